#!/usr/bin/python3
"""A WebKitGTK browser for WebDriver that keeps what pages store: MiniBrowser's windows are private there.

webkit-keeping.py FOLDER FEATURES: data, cache and downloads go into FOLDER; FEATURES are switched on, separated by commas.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

folder, wanted = sys.argv[1], sys.argv[2].split(",")
downloads = os.path.join(folder, "downloads")
os.makedirs(downloads, exist_ok=True)

data = WebKit2.WebsiteDataManager(
    base_data_directory=os.path.join(folder, "data"), base_cache_directory=os.path.join(folder, "cache")
)
data.set_tls_errors_policy(WebKit2.TLSErrorsPolicy.IGNORE)
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(True)


def settings():
    made = WebKit2.Settings()
    features = WebKit2.Settings.get_all_features()
    for at in range(features.get_length()):
        if features.get(at).get_identifier() in wanted:
            made.set_feature_enabled(features.get(at), True)
    return made


def create_view(_session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings())
    window = Gtk.Window(default_width=412, default_height=892)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _view: window.destroy())
    return view


def start(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("keeping")
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", create_view)


def download(_context, started):
    name = lambda _download, suggested: started.set_destination(GLib.filename_to_uri(os.path.join(downloads, suggested)))
    started.connect("decide-destination", name)


context.connect("automation-started", start)
context.connect("download-started", download)
Gtk.main()

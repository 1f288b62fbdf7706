/** Keeps what a person shared to the app until a page takes it. */
import { keyval } from '../store/keyval.ts';
import { SHARE_FIELDS, SHARED_QUERY, SHARED_STORE, type Shared } from './api.ts';

/** Answers the system's POST by sending it to the app's page, which finds the files in the store. */
export async function keepShared(request: Request): Promise<Response> {
  return Response.redirect(`/?${SHARED_QUERY}=${(await keep(request)) ? 'kept' : 'lost'}`, 303);
}

async function keep(request: Request): Promise<boolean> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return false; // no form, or a truncated one
  }
  const { title, text, url } = SHARE_FIELDS;
  const said = (field: string): string => {
    const value = form.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  // A file field that was left empty comes as a file without a name.
  const files = form.getAll(SHARE_FIELDS.files).filter((part) => part instanceof File && part.name !== '') as File[];
  const shared: Shared = {
    title: said(title),
    text: said(text),
    url: said(url),
    from: foreignPage(request.referrer),
    files,
  };
  if (files.length === 0 && shared.text === '' && shared.url === '' && shared.title === '') return false;
  // Keys sort by time, and shares are shown in that order.
  return (await keyval(SHARED_STORE).set(Date.now() + Math.random(), shared)).ok;
}

/**
 * The origin of another page that posted the form. Service workers see no `Origin` and no `Sec-Fetch-Site`, and a page
 * can withhold its address: an empty answer proves nothing.
 */
export function foreignPage(referrer: string, own: string = self.location.origin): string {
  try {
    const { origin } = new URL(referrer);
    return origin === own || origin === 'null' ? '' : origin;
  } catch {
    return '';
  }
}

/** The address of this page, to be read aloud or copied by hand from one screen to another. */
export function Address() {
  // Beginning with http:// keeps browsers from searching the web for it, where there is none.
  return (
    <p class="address" translate={false}>
      <span class="address-scheme">{`${location.protocol}//`}</span>
      <wbr />
      <span class="address-host">{location.host}</span>
    </p>
  );
}

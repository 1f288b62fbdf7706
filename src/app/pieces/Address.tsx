/** An address (an origin) for newcomers, to be read aloud or copied by hand from one screen to another. */
export function Address({ of }: { of: string }) {
  const { protocol, host } = new URL(of);
  // With http:// in front browsers do not search the web for it, where there is no web.
  return (
    <p class="address" translate={false}>
      <span class="address-scheme">{`${protocol}//`}</span>
      <wbr />
      <span class="address-host">{host}</span>
    </p>
  );
}

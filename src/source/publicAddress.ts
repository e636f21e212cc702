import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Networks of IPv4 that are no one's on the open internet: this host, private and shared ones, link-local, documentation,
 * measurement, multicast, reserved.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/
 */
const special4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24',
  '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
] as const; // prettier-ignore

/**
 * Of IPv6 only 2000::/3 is given out; in it, these are protocols', tunnels to addresses of IPv4, and documentation.
 *
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry/
 */
const global6 = '2000::/3';
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'] as const;

const specialNetworks4 = blockList(special4, 'ipv4');
const globalNetwork6 = blockList([global6], 'ipv6');
const specialNetworks6 = blockList(special6, 'ipv6');

/**
 * Whether an address belongs to a host on the open internet: not to this machine, the network it is in, a cloud's own
 * services. `93.184.215.14` does; `127.0.0.1`, `169.254.169.254`, `::ffff:10.0.0.1`, `fd00::1` do not.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialNetworks4.check(address, 'ipv4');
  return isIP(address) === 6 && globalNetwork6.check(address, 'ipv6') && !specialNetworks6.check(address, 'ipv6');
}

function blockList(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

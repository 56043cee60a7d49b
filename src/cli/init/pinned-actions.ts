/** The actions of others that a written workflow uses: each at a commit that was read. A test holds our own workflows to the same. */
const PINNED = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'actions/setup-python': '5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
} as const;

/** What `uses` says of one of them, with its version as a comment. */
export function pinnedAction(name: keyof typeof PINNED): string {
  return `${name}@${PINNED[name]}`;
}

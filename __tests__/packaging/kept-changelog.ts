/** A changelog as Keep a Changelog asks, with a fenced block that only looks like one. */
export const KEPT = `# Changelog

All notable changes, as [Keep a Changelog](https://kept.example) asks.

## [Unreleased]

### Added

- A thing ([#12])

## [1.2.0] - 2026-01-02

### Fixed

- Another ([#7])

\`\`\`
## [9.9.9] - not a heading
\`\`\`

## 1.1.0 (January 5, 2025)

- First

[Unreleased]: https://forge.example/o/r/compare/v1.2.0...HEAD
[1.2.0]: https://forge.example/o/r/compare/v1.1.0...v1.2.0
[#7]: https://forge.example/o/r/issues/7
[#12]: https://forge.example/o/r/issues/12
`;

import AttuneDiagnostics

/// The findings that the author has looked at and left as they are: in their block, or for the whole
/// file in the instrument's.
struct Acceptances {
  private let file: InstrumentSyntax
  private let everywhere: Set<String>
  /// By where the block begins.
  private let inBlocks: [Int: Set<String>]

  init(in file: InstrumentSyntax) {
    self.file = file
    everywhere = Set((file.instrument?.accepted ?? []).map(\.value.code))
    let accepted = file.blocks.filter { !$0.accepted.isEmpty }.map { block in
      (block.heading.range.lower, Set(block.accepted.map(\.value.code)))
    }
    inBlocks = Dictionary(accepted, uniquingKeysWith: { first, _ in first })
  }

  func covers(_ finding: Finding) -> Bool {
    guard finding.level != .mustFix else { return false }
    if everywhere.contains(finding.code) { return true }
    let block = file.block(at: finding.range.lower)?.heading.range.lower ?? -1
    return inBlocks[block]?.contains(finding.code) == true
  }
}

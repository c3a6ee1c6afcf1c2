import AttuneDiagnostics

/// An instrument's file as written: blocks in order, names not looked up, lines kept.
struct InstrumentSyntax: Sendable {
  /// Every line, with comments and blanks.
  let lines: [Line]
  let blocks: [any BlockSyntax]

  let instruments: [InstrumentBlock]
  let roles: [RoleBlock]
  let information: [PassageBlock]
  let consents: [ConsentBlock]
  let supports: [SupportBlock]
  let debriefs: [PassageBlock]
  let scales: [ScaleBlock]
  let groups: [GroupBlock]
  let sections: [SectionBlock]
  let items: [ItemBlock]
  let constructs: [ConstructBlock]
  let forms: [FormBlock]
  let analyses: [AnalysisBlock]
  let plans: [PlanBlock]

  init(lines: [Line], blocks: [any BlockSyntax]) {
    self.lines = lines
    self.blocks = blocks
    func all<Block: BlockSyntax>(_ type: Block.Type, _ kind: BlockKind) -> [Block] {
      blocks.compactMap { $0.heading.kind == kind ? $0 as? Block : nil }
    }
    instruments = all(InstrumentBlock.self, .instrument)
    roles = all(RoleBlock.self, .role)
    information = all(PassageBlock.self, .information)
    consents = all(ConsentBlock.self, .consent)
    supports = all(SupportBlock.self, .support)
    debriefs = all(PassageBlock.self, .debrief)
    scales = all(ScaleBlock.self, .scale)
    groups = all(GroupBlock.self, .group)
    sections = all(SectionBlock.self, .section)
    items = all(ItemBlock.self, .item)
    constructs = all(ConstructBlock.self, .construct)
    forms = all(FormBlock.self, .form)
    analyses = all(AnalysisBlock.self, .analysis)
    plans = all(PlanBlock.self, .plan)
  }

  /// The block that holds what the file is; a second one is a finding.
  var instrument: InstrumentBlock? { instruments.first }

  /// The line on which the byte at `offset` stands, with its ending, as an edit takes it out.
  func wholeLine(at offset: Int) -> SourceRange {
    guard let index = lines.lastIndex(where: { $0.range.lower <= offset }) else {
      preconditionFailure("a text has a line at its start")
    }
    let upper = index + 1 < lines.count ? lines[index + 1].range.lower : lines[index].range.upper
    return SourceRange(lines[index].range.lower, upper)
  }

  /// The block in which the byte at `offset` stands.
  ///
  /// Blocks are in the order of the text.
  func block(at offset: Int) -> (any BlockSyntax)? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].heading.range.lower <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : blocks[low - 1]
  }
}

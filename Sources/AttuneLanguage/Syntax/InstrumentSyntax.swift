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
    let byKind = Dictionary(grouping: blocks, by: \.heading.kind)
    func all<Block: BlockSyntax>(_ kind: BlockKind) -> [Block] {
      byKind[kind]?.compactMap { $0 as? Block } ?? []
    }
    instruments = all(.instrument)
    roles = all(.role)
    information = all(.information)
    consents = all(.consent)
    supports = all(.support)
    debriefs = all(.debrief)
    scales = all(.scale)
    groups = all(.group)
    sections = all(.section)
    items = all(.item)
    constructs = all(.construct)
    forms = all(.form)
    analyses = all(.analysis)
    plans = all(.plan)
  }

  /// The block that holds what the file is; a second one is a finding.
  var instrument: InstrumentBlock? { instruments.first }

  /// The line on which the byte at `offset` stands, with its ending, as an edit takes it out.
  func wholeLine(at offset: Int) -> SourceRange {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].range.lower <= offset { low = middle } else { high = middle }
    }
    let index = low
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

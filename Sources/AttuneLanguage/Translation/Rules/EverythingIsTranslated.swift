import AttuneDiagnostics
import AttuneInstrument

/// Every text that people read is translated.
///
/// Where a line is missing, or blank, people read the instrument's own words among those of their
/// language. "attune translate" adds the lines that are missing, for somebody to fill in.
struct EverythingIsTranslated: TranslationRule {
  static let code = "A321"
  static let silencedBy: Set<String> = ["A324"]

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    guard let first = scope.file.translation else { return }
    // What a misspelt name most likely means is no second fault.
    let meantBlocks = Set(scope.file.blocks.compactMap(scope.guess))
    let meantLines = Set(scope.entries.compactMap(scope.guess))
    let absent = scope.absent.map(\.place).filter {
      !meantBlocks.contains($0.withoutLine) && !meantLines.contains($0)
    }
    var homes: Set<TextPlace> = []
    for block in scope.file.blocks where scope.knows(block) {
      let home = TextPlace(block.kind, block.placeName, .title)
      let blank = scope.entries.filter {
        $0.block.heading.range == block.heading.range && $0.state == .current
          && $0.line.words == nil
      }
      // Blocks of one name share what the file does not mention; the first of them tells it.
      let unmentioned =
        homes.insert(home).inserted ? absent.filter { $0.withoutLine == home } : []
      let places = blank.map { block.place(of: $0.line) } + unmentioned
      guard let place = places.first else { continue }
      findings.append(
        .untranslated(places, place.blockWords, at: blank.first?.line.key ?? block.heading.place))
    }
    let blocks = absent.map(\.withoutLine).filter { !homes.contains($0) }
      .reduce(into: [TextPlace]()) { if !$0.contains($1) { $0.append($1) } }
    if !blocks.isEmpty { findings.append(.blocksAreMissing(blocks, first.heading)) }
  }
}

extension Finding {
  fileprivate static func untranslated(
    _ places: [TextPlace], _ block: String, at range: SourceRange
  ) -> Finding {
    let lines = listed(places.map(\.lineWords), atMost: 6)
    let title =
      places.count == 1
      ? "A line of \(block) is not translated yet"
      : "\(places.count) lines of \(block) are not translated yet"
    return Finding(
      EverythingIsTranslated.code, .pleaseCheck, title, at: range,
      explanation: "People read the instrument's own words there: \(lines).")
  }

  fileprivate static func blocksAreMissing(_ blocks: [TextPlace], _ heading: Heading) -> Finding {
    Finding(
      EverythingIsTranslated.code, .pleaseCheck,
      blocks.count == 1
        ? "A part of the instrument is not in this file"
        : "\(blocks.count) parts of the instrument are not in this file",
      at: heading.place,
      explanation: "People read the instrument's own words there: "
        + listed(blocks.map(\.blockWords), atMost: 6) + ".",
      fixes: [Fix(.possible, "'attune translate' adds the lines, for somebody to fill in")])
  }
}

import AttuneDiagnostics
import AttuneInstrument

/// A translation names the instrument that it translates.
///
///     translation of being_met
///
/// The instrument is the file beside it; its name stands in its first line.
struct TranslationIsOfThisInstrument: TranslationRule {
  static let code = "A324"

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    let blocks = scope.file.blocks.filter { $0.heading.kind == .translation }
    findings += blocks.dropFirst().map { .secondTranslation($0.heading, first: blocks[0].heading) }
    if let name = blocks.first?.heading.name, name.value != scope.instrument.name {
      findings.append(.otherInstrument(name, scope.instrument.name))
    }
  }
}

extension Finding {
  fileprivate static func otherInstrument(_ name: Name, _ other: String) -> Finding {
    let isNear = nearestName(to: name.value, among: [other]) != nil
    return Finding(
      TranslationIsOfThisInstrument.code, .mustFix,
      "This is a translation of \"\(name.value)\", and the instrument is called \"\(other)\"",
      at: name.range,
      fixes: [
        Fix(
          isNear ? .likely : .possible, isNear ? "did you mean \"\(other)\"?" : "say \(other)",
          edits: [.init(name.range, with: other)])
      ])
  }

  fileprivate static func secondTranslation(_ heading: Heading, first: Heading) -> Finding {
    Finding(
      TranslationIsOfThisInstrument.code, .mustFix, "There is already a translation in this file",
      at: heading.range, notes: [.init("the first one is here", at: first.range)],
      fixes: [Fix(.possible, "give each language a file of its own")])
  }
}

import AttuneDiagnostics
import AttuneInstrument

/// A translation has the same names between braces as the words that it translates.
///
///     was read: {team} asks three things.
///     read: Mae {team} yn gofyn tri pheth.
///
/// What stands between braces is filled in when people read it: who asks, where answers are kept.
/// Without it a sentence would promise less than the original; one with another name has a hole.
/// Only what stands after "or" is translated: {which_team or eich gweithiwr}.
struct InsertsAreKept: TranslationRule {
  static let code = "A326"
  static let silencedBy: Set<String> = ["A324"]

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    for entry in scope.entries where entry.state == .current {
      guard let words = entry.line.words,
        entry.line.was.value.contains("{") || words.value.contains("{")
      else { continue }
      let wanted = InsertText(entry.line.was.value).insertNames
      let found = InsertText(words.value).insertNames
      let lost = wanted.subtracting(found).sorted()
      let extra = found.subtracting(wanted).sorted()
      if let name = extra.first {
        findings.append(.strangeInsert(name, words, lost))
      } else if !lost.isEmpty {
        findings.append(.lostInserts(lost, words))
      }
    }
  }
}

extension Finding {
  fileprivate static func lostInserts(_ names: [String], _ words: Words) -> Finding {
    let inserts = names.map { "{\($0)}" }.joined(separator: " and ")
    return Finding(
      InsertsAreKept.code, .mustFix, "The translation leaves out \(inserts)", at: words.range,
      explanation: "It is filled in when people read the words.",
      fixes: [Fix(.possible, "put \(inserts) where it belongs in the sentence")])
  }

  fileprivate static func strangeInsert(_ name: String, _ words: Words, _ lost: [String]) -> Finding
  {
    var places = InsertPlaces(in: words)
    let place = places.next(name)
    let meant = nearestName(to: name, among: lost) ?? (lost.count == 1 ? lost[0] : nil)
    let edits = meant.flatMap { meant -> [Fix.Edit]? in
      guard place.upper - place.lower == name.utf8.count + 2 else { return nil }
      return [.init(SourceRange(place.lower + 1, place.lower + 1 + name.utf8.count), with: meant)]
    }
    return Finding(
      InsertsAreKept.code, .mustFix, "The original has no {\(name)}", at: place,
      explanation: "Names between braces are not translated; they are filled in when people read "
        + "the words.",
      fixes: meant.map { [Fix(.likely, "did you mean {\($0)}?", edits: edits ?? [])] }
        ?? [Fix(.possible, "take it out; for a brace itself, write {{")])
  }
}

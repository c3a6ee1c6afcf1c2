import AttuneDiagnostics
import AttuneLanguage
import Foundation
import Testing

/// The grammar by which editors colour files, held against the compiler's own words.
@Suite struct GrammarTests {
  /// A piece of a line and the scope that it gets.
  private struct Piece: Equatable, CustomStringConvertible {
    let text: String
    let scope: String
    var description: String { "\(text) <\(scope)>" }
  }

  /// As far as the format goes that the grammar uses: lists of patterns, matches and captures.
  private final class Grammar: Decodable {
    let name: String?
    let match: String?
    let include: String?
    let captures: [String: Grammar]?
    let patterns: [Grammar]?
    let repository: [String: Grammar]?
  }

  private let grammar: Grammar

  init() throws {
    let file = Repository.root.appending(
      path: "docs/editors/vscode/syntaxes/attune.tmLanguage.json")
    grammar = try JSONDecoder().decode(Grammar.self, from: Data(contentsOf: file))
  }

  /// The words of the first list of alternatives in the patterns called `names`.
  private func words(_ names: String...) throws -> Set<String> {
    var words: Set<String> = []
    for name in names {
      let match = try #require(grammar.repository?[name]?.match)
      let list = try #require(match.components(separatedBy: "((?i:").last)
      let end = try #require(list.firstIndex(of: ")"))
      words.formUnion(
        list[..<end].replacing("[ \\t]+", with: " ").split(separator: "|").map(String.init))
    }
    return words
  }

  private let headings = Set(FileKind.allCases.flatMap(Keyword.headings).map(\.spelling))

  @Test func theGrammarKnowsEveryHeading() throws {
    #expect(try words("heading") == headings)
  }

  @Test func theGrammarKnowsEveryDetail() throws {
    let details = headings.flatMap(Keyword.details).map(\.spelling)
      .filter { $0.first?.isLetter == true }
    // A translation sets its words below those of the instrument, and titles in lines of their own.
    #expect(
      try words(
        "contactWhen", "conditionDetail", "valueDetail", "argumentDetail", "wordsDetail",
        "fingerprint") == Set(details).union(["was", "title"]))
  }

  @Test func theGrammarKnowsEveryRelation() throws {
    let relations = try #require(
      grammar.repository?["condition"]?.patterns?.first?.match)
    let list = relations.replacing("[ \\t]+", with: " ").replacing("\\b", with: "")
      .replacing("(?i:", with: "").replacing(")", with: "")
    #expect(
      Set(list.split(separator: "|").map(String.init)) == Set(Keyword.relations.map(\.spelling)))
  }

  @Test(arguments: [
    ("# a note", ["# a note <comment.line.number-sign.attune>"]),
    (
      "item heard: My worker {team} listens",
      [
        "item <keyword.control.heading.attune>", "heard <entity.name.section.attune>",
        ": <punctuation.separator.attune>", "{team} <variable.other.insert.attune>",
        "My worker {team} listens <string.unquoted.title.attune>",
      ]
    ),
    (
      "translation of keep",
      [
        "translation <keyword.control.heading.attune>", "of <keyword.control.heading.attune>",
        "keep <entity.name.section.attune>",
      ]
    ),
    (
      "lock of keep",
      [
        "lock <keyword.control.heading.attune>", "of <keyword.control.heading.attune>",
        "keep <entity.name.section.attune>",
      ]
    ),
    (
      "  plan by_team: \(String(repeating: "0a", count: 32))",
      [
        "plan <keyword.other.detail.attune>", "by_team <entity.name.section.attune>",
        ": <punctuation.separator.attune>",
        "\(String(repeating: "0a", count: 32)) <constant.other.fingerprint.attune>",
      ]
    ),
    (
      "plan by_team: Do the teams differ?",
      [
        "plan <keyword.control.heading.attune>", "by_team <entity.name.section.attune>",
        ": <punctuation.separator.attune>", "Do the teams differ? <string.unquoted.title.attune>",
      ]
    ),
    (
      "  role question: Who are you?",
      [
        "role question <keyword.other.detail.attune>", ": <punctuation.separator.attune>",
        "Who are you? <string.unquoted.words.attune>",
      ]
    ),
    (
      "  ask worker: I listen.",
      [
        "ask <keyword.other.detail.attune>", "worker <variable.parameter.attune>",
        ": <punctuation.separator.attune>", "I listen. <string.unquoted.words.attune>",
      ]
    ),
    (
      "  ask again if: above 40",
      [
        "ask again if <keyword.other.detail.attune>", ": <punctuation.separator.attune>",
        "40 <constant.numeric.attune>", "above <variable.other.name.attune>",
        "above 40 <meta.value.attune>",
      ]
    ),
    (
      "people outreach: People who see an outreach team",
      [
        "people <keyword.control.heading.attune>", "outreach <entity.name.section.attune>",
        ": <punctuation.separator.attune>",
        "People who see an outreach team <string.unquoted.title.attune>",
      ]
    ),
    (
      "  role: worker",
      [
        "role <keyword.other.detail.attune>", ": <punctuation.separator.attune>",
        "worker <variable.other.name.attune>", "worker <meta.value.attune>",
      ]
    ),
    (
      "  correlation of rel, open: 0.60",
      [
        "correlation of <keyword.other.detail.attune>", "rel, open <variable.parameter.attune>",
        ": <punctuation.separator.attune>", "0.60 <constant.numeric.attune>",
        "0.60 <meta.value.attune>",
      ]
    ),
    (
      "  show when: side is at least 2",
      [
        "show when <keyword.other.detail.attune>", ": <punctuation.separator.attune>",
        "is at least <keyword.operator.relation.attune>", "2 <constant.numeric.attune>",
        "side <variable.other.name.attune>", "side is at least 2 <meta.condition.attune>",
      ]
    ),
    (
      "  in_contact when: side is north",
      [
        "in_contact <entity.name.type.level.attune>", "when <keyword.other.detail.attune>",
        ": <punctuation.separator.attune>", "is <keyword.operator.relation.attune>",
        "side <variable.other.name.attune>", "north <variable.other.name.attune>",
        "side is north <meta.condition.attune>",
      ]
    ),
    (
      "  contact when nation is wales: Call us",
      [
        "contact when <keyword.other.detail.attune>", "is <keyword.operator.relation.attune>",
        "nation <variable.other.name.attune>", "wales <variable.other.name.attune>",
        "nation is wales <meta.condition.attune>", ": <punctuation.separator.attune>",
        "Call us <string.unquoted.words.attune>",
      ]
    ),
    (
      "  3 = Agree: a lot",
      [
        "3 <constant.numeric.code.attune>", "= <keyword.operator.choice.attune>",
        "Agree: a lot <string.unquoted.label.attune>",
      ]
    ),
    (
      "  > item x: only words",
      [
        "> <punctuation.definition.quote.attune>",
        "item x: only words <string.unquoted.prose.attune>",
      ]
    ),
    ("this is nothing", []),
  ]) func aLineIsColoured(line: String, pieces: [String]) throws {
    #expect(try self.pieces(of: line).map(\.description) == pieces)
  }

  /// Every line of the instruments and designs that come with attune is one that the grammar knows.
  @Test(arguments: [
    "instruments/keep.instrument", "instruments/alongside.instrument", "instruments/say.instrument",
    "instruments/links.instrument", "instruments/selfhelp.instrument",
    "datasets/links_large/links_large.design", "datasets/selfhelp_study/selfhelp_study.design",
    "datasets/alongside_study/alongside_study.design", "datasets/faulty_keep/faulty_keep.design",
  ])
  func noLineIsLeftPlain(path: String) throws {
    let source = try Repository.text(path)
    for number in 1...source.lineCount {
      let line = String(source[source.range(ofLine: number)])
      let isBlank = line.allSatisfy(\.isWhitespace)
      #expect(try isBlank == pieces(of: line).isEmpty, "\(line)")
    }
  }

  // MARK: Colouring a line

  /// The first pattern that matches the line wins, as in an editor.
  private func pieces(of line: String) throws -> [Piece] {
    for pattern in grammar.patterns ?? [] {
      let found = try pieces(of: try resolved(pattern), in: line, upTo: 1)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func resolved(_ pattern: Grammar) throws -> Grammar {
    guard let include = pattern.include else { return pattern }
    return try #require(grammar.repository?[String(include.dropFirst())], "\(include)")
  }

  private func pieces(of pattern: Grammar, in text: String, upTo most: Int) throws -> [Piece] {
    guard let match = pattern.match else {
      // Later patterns see only what earlier ones left.
      var text = text
      var found: [Piece] = []
      for inner in pattern.patterns ?? [] {
        let pieces = try pieces(of: try resolved(inner), in: text, upTo: .max)
        for piece in pieces {
          text = text.replacing(
            piece.text, with: String(repeating: "\u{0}", count: 1), maxReplacements: 1)
        }
        found += pieces
      }
      return found
    }
    let expression = try NSRegularExpression(pattern: match)
    let matches = expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
    var found: [Piece] = []
    for match in matches.prefix(most) {
      func words(_ group: Int) -> String {
        Range(match.range(at: group), in: text).map { String(text[$0]) } ?? ""
      }
      for (group, capture) in (pattern.captures ?? [:]).sorted(by: { $0.key < $1.key }) {
        let text = words(try #require(Int(group)))
        guard !text.isEmpty else { continue }
        if capture.patterns != nil { found += try pieces(of: capture, in: text, upTo: .max) }
        if let name = capture.name { found.append(Piece(text: text, scope: name)) }
      }
      if let name = pattern.name { found.append(Piece(text: words(0), scope: name)) }
    }
    return found
  }

}

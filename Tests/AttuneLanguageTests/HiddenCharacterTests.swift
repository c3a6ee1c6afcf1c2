import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

/// A file cannot look unlike what it says, nor drive what shows it.
@Suite struct HiddenCharacterTests {
  /// What attackers and word processors leave in texts.
  static let hostile: [(name: String, text: String)] = [
    ("escape sequence", "\u{1B}[2J\u{1B}[31m"), ("title of the window", "\u{1B}]0;x\u{7}"),
    ("link", "\u{1B}]8;;http://example.org\u{1B}\\"), ("bell", "\u{7}"), ("backspace", "\u{8}"),
    ("zero", "\u{0}"), ("delete", "\u{7F}"), ("C1 sequence", "\u{9B}31m"), ("next line", "\u{85}"),
    ("device control", "\u{90}"), ("right-to-left override", "\u{202E}"),
    ("left-to-right override", "\u{202D}"), ("embedding", "\u{202B}"), ("pop", "\u{202C}"),
    ("isolate", "\u{2066}"), ("first strong isolate", "\u{2068}"), ("pop isolate", "\u{2069}"),
    ("zero width space", "\u{200B}"), ("word joiner", "\u{2060}"), ("invisible times", "\u{2062}"),
    ("byte-order mark inside", "\u{FEFF}"), ("line separator", "\u{2028}"),
    ("paragraph separator", "\u{2029}"), ("interlinear annotation", "\u{FFF9}"),
    ("hidden tags", "\u{E0041}\u{E0042}"), ("Mongolian separator", "\u{180E}"),
    ("deprecated shaping", "\u{206A}"),
  ]

  /// Every place where a person may write; `@` is what they write.
  static let places: [String] = {
    let prelude = Example.prelude
    func adding(_ line: String) -> String { prelude + line + "\n" }
    return [
      prelude.replacing("Being met\n", with: "Being@met\n"),
      prelude.replacing("Met group", with: "Met@group"),
      prelude.replacing("0.3.0", with: "0.3@.0"),
      prelude.replacing("We want to", with: "We want@to"),
      prelude.replacing("I want to", with: "I want@to"),
      prelude.replacing("call 1", with: "call@1"),
      prelude.replacing("= Disagree", with: "= Dis@agree"),
      adding("item extra: A@question."), adding("item ex@tra: A question."),
      adding("item extra: A question.\n  help: Some@help"), adding("# a@comment"),
      adding("> text@to read"), adding("item extra: A question.\n  show when: he@ard is 2"),
      adding("item extra: A question.\n  ans@wer: agreement"), adding("no@kind of line"),
      adding("item extra: Do you see {si@de or them}?"),
      adding("construct c: C@c\n  uses: heard, known\n  score: mean, all answered"),
      adding("item extra: A question.\n  accept: A401 because@of this"),
    ]
  }()

  @Test(arguments: hostile.indices) func isFoundEverywhereAndNeverShown(_ index: Int) throws {
    let (name, text) = Self.hostile[index]
    for place in Self.places {
      let content = place.replacing("@", with: text)
      #expect(place.contains("@"), "a place without a place")
      let source = SourceText(name: "a\(text)b.instrument", content: content)
      let compilation = Compilation(of: source)
      #expect(compilation.instrument == nil, "\(name)")
      #expect(compilation.findings.contains { $0.code == "A111" }, "\(name) in \(place.suffix(60))")
      #expect(Formatting(of: source).text == nil, "\(name)")
      for format in FindingFormat.allCases {
        let shown = format.render(compilation.findings, of: source)
        #expect(!shown.isEmpty && isInert(shown), "\(name), \(format)")
      }
    }
  }

  /// Whether nothing is left that a terminal would obey or nobody could see.
  private func isInert(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  @Test(arguments: hostile.indices) func isFoundInAStudyToo(_ index: Int) {
    let study =
      "study leeds: Leeds\n  instrument: a.instrument\n  team: The\(Self.hostile[index].text) team\n"
    let source = SourceText(name: "a.study", content: study)
    #expect(source.findings().map(\.code) == ["A111"])
    #expect(StudyCompilation(of: source).study == nil)
  }

  /// What people need to write in their language, and emoji, are no findings.
  @Test(arguments: [
    "\u{645}\u{631}\u{62D}\u{628}\u{627}\u{60C} \u{643}\u{64A}\u{641}\u{61F}",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD}\u{200F} (NHS)\u{200E}", "\u{61C}\u{661}\u{662}",
    "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}", "\u{915}\u{94D}\u{200D}\u{937}",
    "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}", "\u{2764}\u{FE0F}",
    "Donau\u{AD}dampf\u{AD}schiff", "e\u{301}", "\u{65E5}\u{672C}\u{8A9E}", "a\u{A0}b\u{202F}c",
    "tab\there",
  ])
  func leavesEveryLanguageToBeWritten(_ words: String) throws {
    let content = Example.prelude + "item extra: \(words) and more.\n  help: \(words)\n"
    let compilation = Compilation(of: SourceText(name: "a.instrument", content: content))
    #expect(compilation.findings == [])
    let item = try #require(compilation.instrument?.item(named: "extra"))
    #expect(item.help?.source == words.replacing("\t", with: " "))
  }

  @Test func canBeTakenOut() throws {
    let content = Example.prelude + "item extra: A\u{200B} question\u{202E}.\n"
    var source = SourceText(name: "a.instrument", content: content)
    for _ in 0..<2 {
      let finding = try #require(source.findings().first)
      source = try #require(source.applying(finding.fixes[0].edits))
    }
    #expect(source.findings() == [])
    #expect(source.content.hasSuffix("item extra: A question.\n"))
  }
}

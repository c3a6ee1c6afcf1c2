import AttuneDiagnostics
import AttuneInstrument
import Testing

@testable import AttuneLanguage

@Suite struct KeywordTests {
  @Test(arguments: BlockKind.allCases) func saysWhatEveryWordOfABlockDoes(_ kind: BlockKind) {
    #expect(kind.details.map(\.spelling) == kind.order.flatMap { $0 })
    #expect(Keyword.details(of: kind.rawValue) == kind.details)
  }

  @Test(arguments: BlockKind.allCases) func givesExamplesThatCanBeRead(_ kind: BlockKind) {
    #expect(findings(kind.keyword.example, in: kind).isEmpty)
    for detail in kind.details {
      #expect(findings("\(heading(kind))\n\(detail.example)", in: kind).isEmpty, "\(detail)")
      for value in kind.values(of: detail.spelling) {
        let line = "\(detail.spelling): \(value.example)"
        #expect(findings("\(heading(kind))\n\(line)", in: kind).isEmpty, "\(line)")
      }
    }
  }

  @Test func tellsAnExampleThatCannotBeRead() {
    #expect(!findings("item x: X\nanswer: number 0 to", in: .item).isEmpty)
  }

  @Test func listsEveryValueThatIsRead() {
    func spellings(_ detail: String, _ heading: String) -> [String] {
      Keyword.values(of: detail, in: heading).map(\.spelling)
    }
    #expect(spellings("status", "instrument") == ValidationStatus.allCases.map(\.rawValue))
    #expect(spellings("times kept", "instrument") == TimesKept.allCases.map(\.rawValue))
    #expect(spellings("answer", "item") == AnswerSyntax.kinds)
    #expect(spellings("offer", "section") == MissingReasonSyntax.allCases.map(\.rawValue))
    #expect(spellings("keep", "item") == Item.Keeping.allCases.map(\.rawValue))
    #expect(spellings("place", "section") == Section.Place.allCases.map(\.rawValue))
    #expect(
      spellings("across roles", "construct") == Construct.AcrossRoles.allCases.map(\.rawValue))
    #expect(
      spellings("correction", "analysis") == AnalysisDefaults.Correction.allCases.map(\.rawValue))
    #expect(
      spellings("sensitivity", "analysis")
        == AnalysisDefaults.Sensitivity.allCases.map(\.rawValue))
    #expect(
      spellings("smallest difference that matters", "plan")
        == SmallestDifference.Unit.allCases.map(\.rawValue))
    #expect(spellings("family", "plan") == Plan.Family.allCases.map(\.rawValue))
    #expect(spellings("basis", "plan") == Plan.Basis.allCases.map(\.rawValue))
    #expect(spellings("test", "plan") == PlannedTest.written.map(\.name) + ["one sample above"])
    #expect(spellings("expect", "plan") == ExpectationSyntax.written.map(\.name) + ["... higher"])
    #expect(spellings("uses", "construct").isEmpty && spellings("x", "y").isEmpty)
  }

  @Test func listsWhatConditionsAndInsertsKnow() {
    #expect(Keyword.subjects.map(\.spelling) == BuiltIns.subjects)
    #expect(Set(Keyword.inserts.map(\.spelling)) == BuiltIns.inserts)
    for word in Keyword.relations + Keyword.subjects {
      #expect(
        findings("section s: S\nshow when: \(word.example)", in: .section).isEmpty, "\(word)")
    }
  }

  @Test func keepsToOneShortSentence() {
    for word in all {
      #expect(word.summary.hasSuffix(".") && word.summary.count <= 100, "\(word)")
      #expect(!word.summary.contains(". "), "\(word)")
    }
  }

  private var all: [Keyword] {
    Keyword.relations + Keyword.subjects + Keyword.inserts
      + BlockKind.allCases.flatMap { kind in
        [kind.keyword] + kind.details + kind.details.flatMap { kind.values(of: $0.spelling) }
      }
  }

  private func heading(_ kind: BlockKind) -> String {
    if let preposition = kind.preposition { return "\(kind.rawValue) \(preposition) some_name" }
    return kind.takesName ? "\(kind.rawValue) some_name: Title" : kind.rawValue
  }

  /// What the parser says to a block in a file of its kind.
  private func findings(_ block: String, in kind: BlockKind) -> [Finding] {
    switch kind {
    case .study:
      var parser = Parser(block, kinds: BlockKind.ofStudies)
      _ = parser.parseStudy()
      return parser.findings
    case .lock:
      var parser = Parser(block, kinds: BlockKind.ofLocks)
      _ = parser.parseLocks()
      return parser.findings
    case .translation:
      var parser = Parser(block, kinds: BlockKind.ofTranslations)
      _ = parser.parseTranslation()
      return parser.findings
    default:
      guard BlockKind.ofDesigns.contains(kind) else { break }
      let first = kind == .simulation ? "" : "simulation s: S\n"
      var parser = Parser(first + block, kinds: BlockKind.ofDesigns)
      _ = parser.parseDesign()
      return parser.findings
    }
    let first = kind == .instrument ? "" : "instrument i: I\n"
    var parser = Parser(first + block, kinds: BlockKind.ofInstruments)
    _ = parser.parseInstrument()
    return parser.findings
  }
}

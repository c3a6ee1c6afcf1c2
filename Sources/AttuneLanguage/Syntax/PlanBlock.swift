import AttuneDiagnostics
import AttuneInstrument

/// An analysis written before data are seen.
struct PlanBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  /// Every question that the plan asks; one is wanted.
  var questions: [Written<PlanQuestionSyntax>] = []
  var family: Written<Plan.Family>?
  var test: Written<PlannedTest>?
  var whenPaired: Written<PlannedTest>?
  var expect: Written<ExpectationSyntax>?
  var basis: Written<Plan.Basis>?
  var because: Words?
  var smallest: Written<SmallestDifference>?
  var onlyWhen: Written<ConditionSyntax>?
  var counting: Written<Int>?
  var isReadFirst: Written<Bool>?
  var rate: Written<Double>?
  var perGroup: Written<Int>?
  var writtenOn: Written<String>?
  var registeredAt: Words?
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .value("family", \.family),
      .question("reliability of") { $0.expectReliability() },
      .question("compare") { $0.expectComparison() },
      .question("compare within person") { $0.expectWithinPerson() },
      .question("correlate") { $0.expectCorrelation() },
      .question("describe") { $0.expectDescription() },
      .question("rank") { $0.expectRanking() },
      .once("test", \.test) { $0.expectTest() },
      .once("when paired", \.whenPaired) { $0.expectTest() },
      .once("expect", \.expect) { $0.expectExpectation() },
      .value("basis", \.basis),
      .words("because", \.because),
      .once("smallest difference that matters", \.smallest) { $0.expectSmallest() },
      .once("only when", \.onlyWhen) { $0.expectCondition() },
      .once("counting", \.counting) { $0.expectCount() },
      .value("read first", \.isReadFirst, ["yes": true, "no": false]),
      .once("error rate", \.rate) { $0.expectRate() },
      .once("at least per group", \.perGroup) { $0.expectCount() },
      .once("written on", \.writtenOn) { $0.expectDay() },
      .words("registered at", \.registeredAt),
      .words("note", \.notes),
      .accept,
    ])
}

/// `in_contact higher`, `no difference`.
enum ExpectationSyntax: Sendable, Hashable {
  case noDirection
  case noDifference
  case higher(Name)
  case positive
  case negative
}

extension Detail<PlanBlock> {
  fileprivate static func question(
    _ spelling: String,
    _ read: @escaping @Sendable (inout Reader) -> PlanQuestionSyntax?
  ) -> Detail {
    Detail(spelling) { block, line, reader in
      guard let question = read(&reader), reader.expectEnd() else { return }
      block.questions.append(Written(question, at: line.keyword))
    }
  }
}

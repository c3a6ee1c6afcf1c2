import AttuneDiagnostics
import AttuneInstrument

/// What plans share unless they say otherwise.
struct AnalysisBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var correction: Written<AnalysisDefaults.Correction>?
  var rate: Written<Double>?
  var smallest: Written<SmallestDifference>?
  var perGroup: Written<Int>?
  var sensitivity: Written<[AnalysisDefaults.Sensitivity]>?
  var agreedBy: Words?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .value("correction", \.correction),
      .once("error rate", \.rate) { $0.expectRate() },
      .once("smallest difference that matters", \.smallest) { $0.expectSmallest() },
      .once("at least per group", \.perGroup) { $0.expectCount() },
      .once("sensitivity", \.sensitivity) { $0.expectSensitivity() },
      .words("agreed by", \.agreedBy),
      .accept,
    ])
}

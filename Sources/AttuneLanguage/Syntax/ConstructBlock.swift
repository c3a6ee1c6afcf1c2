import AttuneDiagnostics
import AttuneInstrument

/// What a set of items measures, and its score.
struct ConstructBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var uses: [NameRun] = []
  var usesReversed: [NameRun] = []
  var score: Written<ScoreSyntax>?
  var counts: Written<[CountSyntax]>?
  var isIndex: Written<Bool>?
  var higherMeans: Words?
  var acrossRoles: Written<Construct.AcrossRoles>?
  var sources: [Words] = []
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .words("higher means", \.higherMeans),
      .names("uses", \.uses, of: .part),
      .names("uses reversed", \.usesReversed, of: .part),
      .once("score", \.score) { $0.expectScore() },
      .once("counts", \.counts) { $0.expectCounts() },
      .value("index", \.isIndex, ["yes": true, "no": false]),
      .value("across roles", \.acrossRoles),
      .words("source", \.sources),
      .words("note", \.notes),
      .accept,
    ])
}

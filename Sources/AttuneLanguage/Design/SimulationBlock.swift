import AttuneDiagnostics

/// What is simulated: `simulation keep_study: Keeping in Touch, at the sizes of its study`.
struct SimulationBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var instrument: Written<String>?
  var form: Written<String>?
  var seed: Written<Int>?
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("instrument", \.instrument) { $0.expectOnlyName() },
      .once("form", \.form) { $0.expectOnlyName() },
      .once("seed", \.seed) { $0.expectCount() },
      .words("note", \.notes),
      .accept,
    ])
}

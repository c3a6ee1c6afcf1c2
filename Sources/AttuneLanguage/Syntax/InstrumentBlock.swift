import AttuneDiagnostics
import AttuneInstrument

/// What the file is: `instrument keep: Keeping in Touch`, and what holds for all of it.
struct InstrumentBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  @Rarely var version: Words?
  @Rarely var status: Words?
  @Rarely var language: Words?
  @Rarely var author: Words?
  @Rarely var licence: Words?
  var sources: [Words] = []
  @Rarely var reviewedBy: Words?
  var answer: Written<AnswerSyntax>?
  var offer: Written<[MissingReasonSyntax]>?
  @Rarely var roleQuestion: Words?
  @Rarely var bothRoles: Words?
  @Rarely var bothRolesQuestion: Words?
  @Rarely var timesKept: Written<TimesKept>?
  var terms: [TermSyntax] = []
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .words("version", \.version),
      .words("status", \.status),
      .words("language", \.language),
      .words("author", \.author),
      .words("licence", \.licence),
      .words("source", \.sources),
      .words("reviewed by", \.reviewedBy),
      .once("answer", \.answer) { $0.expectAnswer() },
      .once("offer", \.offer) { $0.expectOffer() },
      .words("role question", \.roleQuestion),
      .words("both roles", \.bothRoles),
      .words("both roles question", \.bothRolesQuestion),
      .value("times kept", \.timesKept),
      .term(\.terms),
      .words("note", \.notes),
      .accept,
    ])
}

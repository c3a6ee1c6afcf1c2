import AttuneDiagnostics
import AttuneInstrument

/// A part of the questionnaire; the items below it are its own until the next section.
struct SectionBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var prose: [ProseSyntax] = []
  @Rarely var stem: Words?
  @Rarely var showWhen: Written<ConditionSyntax>?
  @Rarely var contentNote: Words?
  var notedItems: [NameRun] = []
  @Rarely var askFirst: Words?
  @Rarely var checkIn: Written<Bool>?
  @Rarely var isShuffled: Written<Bool>?
  var keptInPlace: [NameRun] = []
  @Rarely var keeping: Written<Item.Keeping>?
  var answer: Written<AnswerSyntax>?
  var offer: Written<[MissingReasonSyntax]>?
  @Rarely var onlyFor: Name?
  @Rarely var place: Written<Section.Place>?
  @Rarely var askedIf: Written<Bool>?
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("answer", \.answer) { $0.expectAnswer() },
      .once("offer", \.offer) { $0.expectOffer() },
      .once("show when", \.showWhen) { $0.expectCondition() },
      .words("content note", \.contentNote),
      .names("content note for", \.notedItems, of: .item),
      .words("ask first", \.askFirst),
      .value("check in", \.checkIn, ["yes": true, "no": false]),
      .value("order", \.isShuffled, ["as written": false, "shuffled": true]),
      .names("keep in place", \.keptInPlace, of: .item),
      .value("keep", \.keeping),
      .words("stem", \.stem),
      .once("only for", \.onlyFor) { $0.expectOnlyName(.role) },
      .value("place", \.place),
      .value("asked if", \.askedIf, ["the study turns it on": true]),
      .read(\.prose),
      .words("note", \.notes),
      .accept,
    ],
    prose: { $0.prose.append(ProseSyntax(words: $1)) })
}

import AttuneDiagnostics
import AttuneInstrument

/// A question or statement: `item heard: My worker listens to me.`.
struct ItemBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  /// Where its section stands among the sections of the file; `nil` above the first.
  var section: Int?
  var asks: [AskSyntax] = []
  /// Where each role is asked first; `nil` is everybody.
  fileprivate var askedRoles: [String?: SourceRange] = [:]
  var answer: Written<AnswerSyntax>?
  var offer: Written<[MissingReasonSyntax]>?
  var choices: [ChoiceSyntax] = []
  @Rarely var writeIn: Name?
  @Rarely var left: Words?
  @Rarely var right: Words?
  @Rarely var unit: Words?
  @Rarely var showWhen: Written<ConditionSyntax>?
  @Rarely var askAgainIf: Written<AskAgainSyntax>?
  @Rarely var askAgain: Words?
  @Rarely var why: Words?
  @Rarely var help: Words?
  @Rarely var contentNote: Words?
  @Rarely var keeping: Written<Item.Keeping>?
  @Rarely var onlyFor: Name?
  @Rarely var askedIf: Written<Bool>?
  var sources: [Words] = []
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .ask,
      .once("answer", \.answer) { $0.expectAnswer() },
      .once("offer", \.offer) { $0.expectOffer() },
      .once("write in", \.writeIn) { $0.expectOnlyName(.ownChoice) },
      .words("left", \.left),
      .words("right", \.right),
      .words("unit", \.unit),
      .once("show when", \.showWhen) { $0.expectCondition() },
      .once("ask again if", \.askAgainIf) { $0.expectAskAgain() },
      .words("ask again", \.askAgain),
      .words("why we ask", \.why),
      .words("help", \.help),
      .words("content note", \.contentNote),
      .value("keep", \.keeping),
      .once("only for", \.onlyFor) { $0.expectOnlyName(.role) },
      .value("asked if", \.askedIf, ["the study turns it on": true]),
      .words("source", \.sources),
      .words("note", \.notes),
      .accept,
    ],
    choice: { $0.choices.append($1) })
}

/// `ask worker: I listen to what matters to this person.`.
struct AskSyntax: Sendable, Hashable {
  var role: Name?
  var words: Words
}

/// `above 40`, `below 1`.
struct AskAgainSyntax: Sendable, Hashable {
  var above: Written<Double>?
  var below: Written<Double>?
}

extension ItemBlock {
  /// The title, which is the wording for everybody, and every `ask`.
  var wordings: [AskSyntax] { (heading.title.map { [AskSyntax(words: $0)] } ?? []) + asks }
}

extension Detail<ItemBlock> {
  fileprivate static var ask: Detail {
    Detail("ask", argument: .optionalName, content: .words) { block, line, reader in
      let role = line.argument == nil ? nil : reader.argumentName(line, .role)
      let ask = AskSyntax(role: role, words: reader.rest())
      // The title is a wording for everybody.
      let said = role == nil ? block.heading.title?.range : nil
      if let first = said ?? block.askedRoles[role?.value] {
        reader.report(.saidTwice("ask", at: line.keyword, first: first))
      }
      block.askedRoles[role?.value] = block.askedRoles[role?.value] ?? ask.words.range
      block.asks.append(ask)
    }
  }
}

extension Reader {
  fileprivate mutating func expectAskAgain() -> Written<AskAgainSyntax>? {
    let range = text
    var bounds = AskAgainSyntax()
    repeat {
      if maybe("above") {
        bounds.above = expectNumber()
      } else if maybe("below") {
        bounds.below = expectNumber()
      } else {
        report(.expected("\"above\" or \"below\" and a number", at: place))
        return nil
      }
    } while maybe("or")
    guard bounds != AskAgainSyntax(), expectEnd() else { return nil }
    return Written(bounds, at: range)
  }
}

import AttuneInstrument
import AttuneTables

/// A column of exported answers: what it holds, and the words that say so.
struct ResponseColumn: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// A number that stands for nobody: the row's.
    case person
    case form
    case stamp
    case role
    case begun, finished, minutes
    /// Whether somebody read aloud or typed for the person; whether the answers were on paper.
    case help, paper
    /// What the facilitator set.
    case group
    case answer(Item)
    /// The words that went with a choice.
    case ownWords(Item)
    /// The score on a construct, and how many of its questions were answered.
    case score(Construct)
    case answered(Construct)
  }

  let name: String
  /// The question, or what the column is.
  let label: String
  /// The section's title; empty for what is not asked.
  var part = ""
  let content: Content

  /// The item whose answer, or whose own words, stand here.
  var item: Item? {
    switch content {
    case .answer(let item), .ownWords(let item): item
    default: nil
    }
  }

  /// The column of the score that the column belongs to.
  var construct: Construct? {
    switch content {
    case .score(let construct), .answered(let construct): construct
    default: nil
    }
  }

  /// Whether the column holds whole numbers that are no answers.
  var isCount: Bool {
    switch content {
    case .person, .stamp, .minutes, .help, .paper, .answered: true
    case .form, .role, .begun, .finished, .group, .answer, .ownWords, .score: false
    }
  }

  /// The choices that an answer may be; `nil` where it is no single choice.
  var choices: [Choice]? {
    guard case .answer(let item) = content, case .chooseOne(let choices) = item.format else {
      return nil
    }
    return choices
  }

  /// The columns of everything that `instrument` keeps with a person's record, in its order.
  static func answers(of instrument: Instrument) -> [ResponseColumn] {
    // Those that are kept apart, or not at all, are no part of a person's record.
    instrument.sections.flatMap { section in
      section.items.filter { ($0.keeping, section.keeping ?? .yes) == (.yes, .yes) }
        .flatMap { item in
          let answer = ResponseColumn(
            name: item.name, label: question(item, in: section), part: section.title,
            content: .answer(item))
          let words = ResponseColumn(
            name: item.name + "_words", label: "In the person's own words", part: section.title,
            content: .ownWords(item))
          return item.writeIn == nil ? [answer] : [answer, words]
        }
    }
  }

  /// The words of the item, an insert such as `{team}` as it is written; where roles read different
  /// words, each role's.
  static func question(_ item: Item, in section: Section) -> String {
    let wordings = item.wordings.map { wording in
      (wording.role.map { "\($0): " } ?? "") + wording.text.asRead
    }
    return ([section.stem?.asRead].compactMap { $0 } + [wordings.joined(separator: " / ")])
      .joined(separator: " ")
  }
}

extension Choice {
  /// What stands in CSV files: the name, or the code where there is none.
  var written: String { name ?? String(code) }
}

extension InsertText {
  /// The words with inserts as they are written, `{team}`, and braces as they are read.
  var asRead: String {
    segments.map { segment in
      switch segment {
      case .words(let words): words
      case .insert(let name, let fallback): "{\(name)\(fallback.map { " or " + $0 } ?? "")}"
      }
    }.joined()
  }
}

extension Choice {
  /// The words of the label, braces as they are read.
  var words: String { InsertText(label).asRead }
}

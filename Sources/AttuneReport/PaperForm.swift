public import AttuneInstrument
import Foundation

/// A questionnaire as pages to read or to fill in by hand, before it is drawn.
///
/// Everything is in words already: a renderer adds layout and nothing else.
public struct PaperForm: Sendable, Hashable {
  public struct Part: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case howTo, information, support, consent, questions, ending
    }

    public var kind: Kind
    public var title: String?
    /// Who is shown the part, such as `Shown to people who …`.
    public var shownTo: String?
    /// Who answers the part and where others go on, for whoever fills it in.
    public var routing: String?
    public var contentNote: Note?
    /// Whether the part is wanted, and where to go on if not.
    public var gate: Gate?
    public var paragraphs: [Paragraph] = []
    public var statements: [Statement] = []
    public var questions: [Question] = []
    /// What stands after a hard part.
    public var afterwards: [String] = []

    init(_ kind: Kind, _ title: String?) {
      self.kind = kind
      self.title = title
    }
  }

  /// What is said before a hard part, and how to leave it out.
  public struct Note: Sendable, Hashable {
    public var title: String
    public var words: String
    public var alternative: String
  }

  /// The question that an optional part begins with.
  public struct Gate: Sendable, Hashable {
    public var words: String
    public var boxes: [Box]
  }

  public struct Paragraph: Sendable, Hashable {
    public var words: String
    /// Who alone reads it, where several roles stand on one page.
    public var role: String?
  }

  /// Something to agree to.
  public struct Statement: Sendable, Hashable {
    /// The column that it becomes, for the team.
    public var name: String
    public var words: String
    /// Whether taking part depends on it, in words.
    public var hint: String
  }

  /// A box to tick, with what the team types for it.
  public struct Box: Sendable, Hashable {
    public var code: String
    public var label: String
    /// Asks for the person's own words beside it.
    public var ownWords: String?
    /// A reason for giving no answer, which is never a point of the scale.
    public var isReason = false
  }

  public struct Question: Sendable, Hashable {
    public var number: Int
    /// The column that its answers become, for the team.
    public var name: String
    public var shownTo: String?
    public var routing: String?
    public var contentNote: String?
    /// Stands over each question of a list.
    public var stem: String?
    /// One for everybody, or one for each role.
    public var wordings: [Paragraph]
    public var answer: Answer
    /// Says for which questions the answers are the same, where this is the first of them.
    public var answersTitle: String?
    /// Whether the answers are those of the question before.
    public var repeatsAnswers = false
    /// What to know about it: its meaning, why it is asked, what becomes of it.
    public var remarks: [String] = []
  }

  /// How a question is answered.
  public struct Answer: Sendable, Hashable {
    public enum Space: Sendable, Hashable {
      case boxes
      /// A short line, with a unit behind it.
      case number(unit: String?)
      case date(DatePrecision)
      /// Lines to write on.
      case lines(Int)
    }

    /// How to answer, where the boxes alone do not say it.
    public var hint: String?
    public var space: Space
    /// The answers to choose from and the reasons for giving none.
    public var boxes: [Box]
  }

  public var title: String
  /// As in `Version 0.1.0: draft, unvalidated`.
  public var version: String
  /// The form and the role that these pages are for.
  public var subtitles: [String]
  /// A BCP 47 tag: `en-GB`.
  public var language: String
  /// Who wrote it and what others may do with it.
  public var imprint: [String]
  /// Asks for the number by which the team knows the pages.
  public var numberLabel: String
  public var parts: [Part]

  /// Whether the language is written from right to left.
  public var isRightToLeft: Bool {
    // Not by its character direction, which says nothing of the script of "az-Arab".
    guard let script = Locale.Language(identifier: language).script else { return false }
    return ["Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]
      .contains(script.identifier)
  }
}

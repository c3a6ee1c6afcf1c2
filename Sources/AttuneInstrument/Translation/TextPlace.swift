/// Where in an instrument words stand that people read: a block, and a line of it.
///
/// Places are spelt as in an instrument's file: `item heard`, `ask worker`. Lines that may stand
/// several times in one block (`read`, `contact`) share a place; their words tell them apart.
public struct TextPlace: Sendable, Hashable {
  /// The kinds of block that hold such words, by the word that begins them.
  public enum Block: String, Sendable, Hashable, CaseIterable {
    case instrument, role, information, consent, support, debrief, scale, section, item, group
    case construct, form

    /// The words that its lines may begin with.
    public var lines: [Line] {
      switch self {
      case .instrument: [.title, .roleQuestion, .bothRoles, .bothRolesQuestion, .term]
      case .role, .form: [.title]
      case .information, .debrief: [.title, .read]
      case .consent: [.title, .read, .mustAgree, .mayAgree]
      case .support: [.title, .read, .contact]
      case .scale, .group: [.title, .choice]
      case .section: [.title, .askFirst, .contentNote, .read, .stem]
      case .item:
        [.contentNote, .ask, .choice, .left, .right, .unit, .askAgain, .whyWeAsk, .help]
      case .construct: [.title, .higherMeans]
      }
    }
  }

  /// The word that begins a line.
  public enum Line: String, Sendable, Hashable, CaseIterable {
    case title, read, contact, stem, ask, left, right, unit, help, term
    case roleQuestion = "role question"
    case bothRoles = "both roles"
    case bothRolesQuestion = "both roles question"
    case mustAgree = "must agree"
    case mayAgree = "may agree"
    case contentNote = "content note"
    case askFirst = "ask first"
    case askAgain = "ask again"
    case whyWeAsk = "why we ask"
    case higherMeans = "higher means"
    /// An answer to choose: its code or name stands before the equals sign.
    case choice = "="
  }

  public var block: Block
  /// `nil` for blocks that have none, such as `information`.
  public var name: String?
  public var line: Line
  /// What stands after the word: a role, a term, a consent; a choice's code or name.
  public var argument: String?

  public init(_ block: Block, _ name: String? = nil, _ line: Line, _ argument: String? = nil) {
    self.block = block
    self.name = name
    self.line = line
    self.argument = argument
  }

  /// The line as it is written, without its words: `ask worker:`, `3 =`.
  public var spelling: String {
    guard line != .choice else { return "\(argument ?? "") =" }
    return [line.rawValue, argument].compactMap { $0 }.joined(separator: " ") + ":"
  }

  /// Whether people meet the words while they answer, not only in results.
  public var isReadWhileAnswering: Bool { block != .construct && block != .group }
}

/// Words of an instrument that people read, and where they stand.
public struct PlacedText: Sendable, Hashable {
  public let place: TextPlace
  public let words: String

  public init(_ words: String, at place: TextPlace) {
    self.words = words
    self.place = place
  }
}

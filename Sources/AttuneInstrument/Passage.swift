/// A piece of text to read: one `information` or `debrief` block.
public struct Passage: Sendable, Hashable, Codable {
  public var title: String?
  public var paragraphs: [Paragraph]
  /// The role that alone reads it; `nil` for everybody.
  public var onlyFor: String?

  public init(title: String? = nil, paragraphs: [Paragraph] = [], onlyFor: String? = nil) {
    self.title = title
    self.paragraphs = paragraphs
    self.onlyFor = onlyFor
  }
}

/// A paragraph that everybody reads, or that only one role does.
public struct Paragraph: Sendable, Hashable, Codable {
  public var text: InsertText
  public var role: String?

  public init(_ text: InsertText, role: String? = nil) {
    self.text = text
    self.role = role
  }
}

/// What people agree to before the first question.
public struct Consent: Sendable, Hashable, Codable {
  public struct Statement: Sendable, Hashable, Codable {
    public var name: String
    public var text: InsertText
    /// Whether taking part depends on it.
    public var isNeeded: Bool

    public init(name: String, text: InsertText, isNeeded: Bool) {
      self.name = name
      self.text = text
      self.isNeeded = isNeeded
    }
  }

  public var title: String?
  public var paragraphs: [Paragraph]
  public var statements: [Statement]

  public init(title: String? = nil, paragraphs: [Paragraph] = [], statements: [Statement] = []) {
    self.title = title
    self.paragraphs = paragraphs
    self.statements = statements
  }
}

/// Where people can turn, in the order of the file.
public struct Support: Sendable, Hashable, Codable {
  public enum Line: Sendable, Hashable, Codable {
    case words(InsertText)
    /// Shown unless `when` is false; an unknown answer shows it.
    case contact(InsertText, when: Condition?)
  }

  public var title: String?
  public var lines: [Line]

  public init(title: String? = nil, lines: [Line] = []) {
    self.title = title
    self.lines = lines
  }
}

/// What is shown at one moment, for any face to draw.
///
/// Read in order: heading, notice, title, paragraphs, entries, prompt, options, off-scale options,
/// hint, current answer. Every option carries the event that choosing it means.
public struct Screen: Sendable, Hashable {
  /// One thing that can be chosen.
  public struct Option: Sendable, Hashable {
    /// What can be typed for it; the first is shown.
    public var keys: [String]
    public var label: String
    public var event: Event

    public init(_ keys: [String], _ label: String, _ event: Event) {
      self.keys = keys
      self.label = label
      self.event = event
    }
  }

  /// What else can be typed than an option.
  public enum Field: Sendable, Hashable {
    case none
    case number
    /// Several of the options' keys.
    case several
    case date
    case line
    /// Several lines; one with a single full stop ends.
    case lines
    /// The number of an answer in `entries`.
    case entry
  }

  /// An answer in a list, on the review page or the person's own copy.
  public struct Entry: Sendable, Hashable {
    public var number: Int
    public var question: String
    public var answer: String
    /// Opens the question; `nil` where answers are only shown.
    public var event: Event?
  }

  /// The part: `Part 3 of 8: My priorities first`.
  public var heading: String?
  public var title: String?
  /// Said before all else, such as that a session is for practice.
  public var notice: String?
  public var paragraphs: [String] = []
  /// The question, or what can be done now.
  public var prompt: String?
  /// The answer given earlier, in words.
  public var currentAnswer: String?
  public var entries: [Entry] = []
  public var options: [Option] = []
  /// Reasons for giving no answer, shown as visibly as the options.
  public var offScale: [Option] = []
  public var field = Field.none
  /// How to type the answer, in words.
  public var hint: String?
  /// What Enter alone means; `nil` when it means nothing here.
  public var onEnter: Event?
  /// The words that always work, and what they do here.
  public var words: [Word: Event] = [:]
  /// Whether one-letter keys stand for the words that always work.
  public var takesLetters = true
  /// Whether this is the last page, on which nothing is asked.
  public var isLast = false

  public init() {}
}

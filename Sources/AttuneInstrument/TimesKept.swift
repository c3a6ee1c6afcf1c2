/// How exactly it is kept when a person began and finished, in the words of the language.
public enum TimesKept: String, Sendable, Hashable, Codable, CaseIterable {
  case day = "to the day"
  case minute = "to the minute"
}

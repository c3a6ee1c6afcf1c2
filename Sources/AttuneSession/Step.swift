/// A place in the session where something is shown and a reply is awaited.
///
/// Sections, statements and items are known by name, so that a journal can be read without
/// counting.
public enum Step: Sendable, Hashable, Codable {
  /// The first page: what this is, and the words that always work.
  case welcome
  case role
  /// Asked of people to whom both roles apply: which they would like to answer for today.
  case roleForToday
  case information
  case statement(String)
  /// Full, a form, or part by part.
  case length
  /// Whether the person would like this part.
  case gate(section: String)
  case contentNote(section: String)
  /// The section's text to read.
  case page(section: String)
  case item(String)
  case checkIn(section: String)
  case review
  case debrief
  /// The person's own copy of their answers.
  case copy
  /// The last page, whatever the ending.
  case farewell
}

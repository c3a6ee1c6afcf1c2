/// How much of the questionnaire a person has chosen to answer.
public enum Length: Sendable, Hashable, Codable {
  case full
  /// A form of the instrument, by name.
  case form(String)
  /// Each part is offered on its own.
  case partByPart
}

/// What a typed line means on the current screen.
public enum Reading: Sendable, Hashable {
  case event(Event)
  /// Kind words about what can be typed.
  case notUnderstood(String)
}

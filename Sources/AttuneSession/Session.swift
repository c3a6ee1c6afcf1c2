public import AttuneInstrument

/// Walks one person through an instrument: state and event in, state and effects out.
///
/// The session touches nothing: faces commit its effects, then show its screen.
public struct Session: Sendable, Hashable {
  public let setting: SessionSetting

  public init(_ setting: SessionSetting) {
    self.setting = setting
  }

  /// The session as it was after `events`, as the journal gives them back.
  public init(replaying events: [Event], setting: SessionSetting) {
    self.init(setting)
    for event in events { _ = handle(event) }
  }

  /// Takes one event and says what has to be done before the next screen is shown.
  public mutating func handle(_ event: Event) -> [Effect] { [] }

  /// What `line`, as typed, means on the current screen.
  public func reading(of line: String) -> Reading { .notUnderstood("") }

  public var screen: Screen { Screen() }

  /// The final answer, or the reason for having none, of every item that is kept with the rest.
  public var answers: [String: Answer] { [:] }

  public var outcome: Outcome? { nil }

  /// Whether the last page has been shown and nothing more is asked.
  public var isOver: Bool { false }

  public var role: String? { setting.role }
  public var isBothRoles: Bool { false }
  public var length: Length? { nil }
  /// What was agreed to, by statement.
  public var agreements: [String: Bool] { [:] }
}

public import AttuneInstrument

/// Walks one person through an instrument: state and event in, state and effects out.
///
/// The session touches nothing: a face commits its effects, then shows its screen. A session
/// replayed from its journal has the same answers and stands at the same step; only interludes,
/// half-typed texts and answers that are never kept are gone.
public struct Session: Sendable, Hashable {
  let script: Script
  var replies = Replies()
  /// Where the person is, under any interludes.
  public internal(set) var step = Step.welcome
  var interludes: [Interlude] = []
  /// Steps that were gone through.
  var passed: Set<Step> = []
  /// The position of the furthest step shown.
  var reached = 0
  /// What waits to be recorded until the person agrees; `nil` from then on.
  var unrecorded: [Event]? = []
  /// The lines so far of an answer of several lines.
  var draft: [String] = []
  /// Questions whose answers went into their own file before a break.
  var settled: Set<String> = []
  /// Whether a question was opened from the review page.
  var isChanging = false
  public internal(set) var outcome: Outcome?

  public init(_ setting: SessionSetting) {
    script = Script(setting)
    let roles = setting.instrument.roles
    replies.role = setting.role ?? (roles.count == 1 ? roles.first?.name : nil)
    replies.length = setting.form.map(Length.form)
  }

  public init(replaying events: [Event], setting: SessionSetting) {
    self.init(setting)
    for event in events { _ = handle(event) }
  }

  public var setting: SessionSetting { script.setting }

  /// The final answer, or the reason for having none, of every item that is kept with the rest.
  public var answers: [String: Answer] {
    route.outcomes.filter { script.keeping(ofItem: $0.key) == .yes }
  }

  /// Whether the last page has come, on which nothing more is asked.
  public var isOver: Bool { step == .farewell }

  /// Whether the person has hidden what is asked; a face then clears what it showed.
  public var isHidden: Bool { interludes.last == .hidden }

  public var role: String? { replies.role }

  /// Whether the person said that both roles are theirs.
  public var isBothRoles: Bool { replies.isBothRoles }

  /// How much the person chose to answer; `nil` where there was nothing to choose.
  public var length: Length? { replies.length }

  /// What the person agreed to, by statement.
  public var agreements: [String: Bool] { replies.agreements }

  /// Whether the person has agreed to take part; nothing is recorded before.
  public var hasAgreed: Bool { unrecorded == nil }

  var route: Route { Route(script, replies, reached: reached) }

  /// The item that is asked at this step.
  var item: Item? {
    guard case .item(let name) = step else { return nil }
    return script.item(named: name)
  }
}

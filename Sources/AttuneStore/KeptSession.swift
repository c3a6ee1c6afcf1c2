public import AttuneInstrument
public import AttuneSession

/// A session as the store keeps it: what was asked, and everything that happened.
public struct KeptSession: Sendable {
  /// How far a session came.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Somebody is answering, or the program was cut off.
    case open
    /// The person means to come back.
    case paused
    /// Left without a word: out of every result, and deleted after a while.
    case setAside
    /// Stopped early; the answers may be used.
    case kept
    case finished

    /// Whether its answers may enter results.
    public var isUsable: Bool { self == .kept || self == .finished }
  }

  public let id: Int64
  /// The fingerprint of the instrument's meaning that was asked.
  public let instrument: String
  public let start: SessionStart
  public let isPractice: Bool
  /// ISO 8601 days.
  public let startedOn: String
  public let changedOn: String
  /// `nil` where the instrument keeps days only.
  public let times: SessionTimes?
  public let state: State
  public let events: [Event]
  /// Of the whole journal: the last entry's, or nothing where there is none.
  public let fingerprint: String
}

/// What was set when a session began, before the person saw anything.
public struct SessionStart: Sendable, Hashable, Codable {
  /// What the facilitator set, by group: `site` to `north`.
  public var details: [String: String]
  public var role: String?
  public var form: String?
  public var isHelpGiven: Bool
  /// Whether the team typed the answers in from a paper form.
  public var isFromPaper: Bool { paper ?? false }
  /// Absent in what was kept before paper could be typed in.
  private var paper: Bool?
  /// The fingerprint of the translated instrument that was shown; `nil` for the instrument's own
  /// words.
  public internal(set) var translation: String?

  public init(
    details: [String: String] = [:], role: String? = nil, form: String? = nil,
    isHelpGiven: Bool = false, isFromPaper: Bool = false
  ) {
    self.details = details
    self.role = role
    self.form = form
    self.isHelpGiven = isHelpGiven
    paper = isFromPaper ? true : nil
  }
}

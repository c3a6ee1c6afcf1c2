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
  /// What the facilitator set: `site` to `north`.
  public let settings: [String: String]
  public let isPractice: Bool
  /// ISO 8601 days.
  public let startedOn: String
  public let changedOn: String
  public let state: State
  public let events: [Event]
}

/// An instrument as the store keeps it, so that old answers can always be read.
public struct KeptInstrument: Sendable, Hashable {
  /// The SHA-256 of its meaning.
  public let fingerprint: String
  public let name: String
  public let version: String
  /// The file as it was, comments and all.
  public let text: String
}

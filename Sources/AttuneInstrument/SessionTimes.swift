import Foundation

/// When a person began and finished, to the minute.
///
/// Minutes are ISO 8601 with the offset of the clock on the wall: `2026-11-24T12:34+00:00`.
public struct SessionTimes: Sendable, Hashable, Codable {
  public var begun: String
  /// `nil` until they finished, or stopped and kept their answers.
  public var finished: String?
  /// Whether they answered without leaving in between.
  public var isOneSitting: Bool

  public init(begun: String, finished: String? = nil, isOneSitting: Bool = true) {
    self.begun = begun
    self.finished = finished
    self.isOneSitting = isOneSitting
  }

  /// How long it took, in whole minutes; never negative.
  ///
  /// `nil`, not known, where the person has not finished or came back another time, and where the
  /// clock was set back meanwhile.
  public var minutes: Int? {
    guard isOneSitting, let begin = Self.date(begun), let end = finished.flatMap(Self.date),
      end >= begin
    else { return nil }
    return Int((end.timeIntervalSince(begin) / 60).rounded())
  }

  private static func date(_ minute: String) -> Date? {
    guard minute.utf8.count > 16 else { return nil }
    return ISO8601DateFormatter().date(from: "\(minute.prefix(16)):00\(minute.dropFirst(16))")
  }
}

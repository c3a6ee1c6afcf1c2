public import AttuneInstrument
import AttuneScoring

/// The people whose answers are analysed, the instrument that they answered, and what is known of
/// when its plans were made.
public struct StudySample: Sendable {
  public var instrument: Instrument
  public var submissions: [Submission]
  public var standing: PlanStanding

  public init(of instrument: Instrument, _ submissions: [Submission], standing: PlanStanding) {
    self.instrument = instrument
    self.submissions = submissions
    self.standing = standing
  }

  /// The people of whom a condition is true; everybody where there is none.
  func only(when condition: Condition?) -> StudySample {
    guard let condition else { return self }
    var sample = self
    sample.submissions = submissions.filter { condition.truth($0.known) == .yes }
    return sample
  }

  func scores(_ name: String) -> [Double?] {
    instrument.scores(named: name, of: submissions) ?? submissions.map { _ in nil }
  }

  /// 1 for whoever gave the answer `code`, 0 for whoever gave another.
  func share(of code: Int, in item: String) -> [Double?] {
    submissions.map { person in
      person.answers[item]?.value?.number.map { $0 == Double(code) ? 1 : 0 }
    }
  }

  /// The group of each person, and the groups in their order.
  func levels(_ name: String) -> (of: [String?], order: [String]) {
    guard let group = instrument.grouping(named: name) else {
      return (submissions.map { _ in nil }, [])
    }
    return (
      submissions.map { group.level(of: $0, in: instrument) }, group.levelNames(in: instrument)
    )
  }

  /// The people one of whose groups it is.
  func members(of level: String, in name: String) -> StudySample {
    var sample = self
    sample.submissions = zip(submissions, levels(name).of).filter { $0.1 == level }.map(\.0)
    return sample
  }
}

/// When the plans were made, as far as a lock and the first answer tell.
public struct PlanStanding: Sendable, Hashable {
  /// The day of the lock, ISO 8601; `nil` where nothing is frozen.
  public var frozenOn: String?
  /// The day of the first answer; `nil` where nobody knows.
  public var begunOn: String?
  public var unchanged: Set<String>
  public var changed: Set<String>
  /// Whether what all plans share is no longer as it was.
  public var hasOtherDefaults: Bool

  public init(
    frozenOn: String? = nil, begunOn: String? = nil, unchanged: Set<String> = [],
    changed: Set<String> = [], hasOtherDefaults: Bool = false
  ) {
    self.frozenOn = frozenOn
    self.begunOn = begunOn
    self.unchanged = unchanged
    self.changed = changed
    self.hasOtherDefaults = hasOtherDefaults
  }

  /// One sentence on a plan.
  func sentence(on plan: String) -> String {
    guard let frozenOn else {
      return "The plans are not frozen: nothing shows that this one was made before the answers."
    }
    let begun = begunOn.map { "; answers began on \($0)" } ?? ""
    if changed.contains(plan) || hasOtherDefaults && unchanged.contains(plan) {
      return begunOn == nil
        ? "Changed after it was frozen on \(frozenOn)."
        : "Changed after answers began: frozen on \(frozenOn)\(begun)."
    }
    guard unchanged.contains(plan) else {
      return "Added after the freeze on \(frozenOn)\(begun)."
    }
    guard let begunOn else { return "As frozen on \(frozenOn)." }
    return frozenOn <= begunOn
      ? "As frozen on \(frozenOn), before the first answer (\(begunOn))."
      : "Frozen on \(frozenOn), after answers began on \(begunOn)."
  }
}

public import AttuneInstrument

/// How an instrument stands to the lock that froze it: what is as it was agreed, and what is not.
public struct LockComparison: Sendable, Hashable {
  /// The lock's day, ISO 8601.
  public let frozenOn: String
  /// Whether the lock is of this instrument at all; nothing else can be told of another one.
  public let isSameInstrument: Bool
  /// Whether a session of the frozen instrument is a session of this one.
  public let isSameMeaning: Bool
  public let isSameVersion: Bool
  /// Whether anything that is asked, said or scored changed.
  public let questionsChanged: Bool
  /// Whether what plans share changed, which touches every plan that leaves something to it.
  public let analysisChanged: Bool
  /// Plans by name, in the order of the instrument.
  public let unchangedPlans: [String]
  public let changedPlans: [String]
  /// Not in the lock.
  public let addedPlans: [String]
  /// In the lock alone, in its order.
  public let missingPlans: [String]

  /// Whether every plan, and what they share, is as it was frozen.
  public var plansAreUnchanged: Bool {
    !analysisChanged && changedPlans.isEmpty && addedPlans.isEmpty && missingPlans.isEmpty
  }

  /// Whether all that was agreed is as it was frozen.
  public var isUnchanged: Bool { isSameInstrument && !questionsChanged && plansAreUnchanged }

  /// What changed, each a sentence without its full stop; empty where nothing did.
  public var sentences: [String] {
    guard isSameInstrument else { return ["the lock is of another instrument"] }
    var sentences: [String] = []
    if questionsChanged { sentences.append("what is asked, said or scored changed") }
    if analysisChanged { sentences.append("the analysis block changed, which plans share") }
    sentences += changedPlans.map { "plan \"\($0)\" changed" }
    sentences += addedPlans.map { "plan \"\($0)\" was added" }
    sentences += missingPlans.map { "plan \"\($0)\" was taken out" }
    if !isSameVersion { sentences.append("the version changed") }
    if sentences.isEmpty, !isSameMeaning {
      sentences.append(
        "what the instrument says of itself changed (such as its status), or the order of its plans"
      )
    }
    return sentences
  }
}

extension InstrumentLock {
  /// Holds the instrument against the lock, plan by plan.
  public func comparison(with instrument: Instrument) throws -> LockComparison {
    let now = try InstrumentLock(freezing: instrument, on: frozenOn)
    let frozen = Dictionary(
      plans.map { ($0.name, $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
    let known = now.plans.filter { frozen[$0.name] != nil }
    let names = Set(now.plans.map(\.name))
    return LockComparison(
      frozenOn: frozenOn, isSameInstrument: name == now.name,
      isSameMeaning: meaning == now.meaning, isSameVersion: version == now.version,
      questionsChanged: questions != now.questions, analysisChanged: analysis != now.analysis,
      unchangedPlans: known.filter { frozen[$0.name] == $0.fingerprint }.map(\.name),
      changedPlans: known.filter { frozen[$0.name] != $0.fingerprint }.map(\.name),
      addedPlans: now.plans.map(\.name).filter { frozen[$0] == nil },
      missingPlans: plans.map(\.name).filter { !names.contains($0) })
  }
}

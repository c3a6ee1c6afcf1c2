public import AttuneInstrument
public import AttuneLanguage
import AttuneNumerics
import AttuneSession

/// Makes up people by a design and asks them an instrument, through the real session.
///
/// The same design and seed give the same people and answers on every machine. Nothing that comes
/// out says anything about real people.
///
/// - Sources: a common-factor model with ordered categories, as in Muthén (1984),
///   doi:10.1007/BF02294210; a method factor of reversed items, Marsh (1996),
///   doi:10.1037/0022-3514.70.4.810.
public struct Simulation: Sendable {
  public let design: SimulationDesign
  public let instrument: Instrument
  public let seed: UInt64

  /// `design` has been held against `instrument`; `seed` takes the place of the design's.
  public init(_ design: SimulationDesign, of instrument: Instrument, seed: UInt64? = nil) {
    self.design = design
    self.instrument = instrument
    self.seed = seed ?? design.seed
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// Of those whose answers were kept, in random order.
    public let submissions: [Submission]
    /// Of the same people, in the same order.
    public let truths: [Truth]
    /// How many stopped early and had their answers kept.
    public let stopped: Int
    /// How many had them deleted: only this number is left of them.
    public let deleted: Int
  }

  /// What is known of a made-up person besides the answers.
  public struct Truth: Sendable, Hashable {
    /// The name of their kind in the design.
    public let people: String
    /// In the order of the design's scores, in standard deviations.
    public let trueScores: [Double]
    public let attention: Attention
    public let hasStopped: Bool
    /// The row, from 0, in which the same person stands a first time.
    public let sameAs: Int?
  }

  /// Asks everybody; `reached` hears how many have been asked.
  public func run(reached: (Int) -> Void = { _ in }) -> Outcome {
    let order = AskingOrder(instrument, form: design.form)
    let generator = MersenneTwister(seed: seed)
    let people = PersonDrawing(design, of: instrument, order: order).everybody(from: generator)
    let interviewer = Interviewer(
      instrument, form: design.form, order: order, siteGroup: design.sites?.group)

    var rows: [(submission: Submission, truth: Truth)] = []
    var deleted = 0
    for (number, person) in people.enumerated() {
      let kind = design.people[person.kind]
      let (outcome, submission) = interviewer.ask(person, role: kind.role)
      reached(number + 1)
      if outcome == .deleted {
        deleted += 1
        continue
      }
      let truth = Truth(
        people: kind.name, trueScores: person.trueScores, attention: person.attention,
        hasStopped: outcome == .stopped, sameAs: nil)
      rows.append((turned(submission), truth))
    }
    generator.shuffle(&rows)
    let stopped = rows.count { $0.truth.hasStopped }
    for row in 0..<min(design.faults.enteredTwice, rows.count) {
      let truth = rows[row].truth
      let again = Truth(
        people: truth.people, trueScores: truth.trueScores, attention: truth.attention,
        hasStopped: truth.hasStopped, sameAs: row)
      rows.append((rows[row].submission, again))
    }
    return Outcome(
      submissions: rows.map(\.submission), truths: rows.map(\.truth), stopped: stopped,
      deleted: deleted)
  }

  /// The answers with those turned that were "already reversed" before they were written down.
  private func turned(_ submission: Submission) -> Submission {
    var submission = submission
    for name in design.faults.alreadyReversed {
      guard let range = instrument.item(named: name)?.declaredRange,
        let number = submission.answers[name]?.value?.number
      else { continue }
      let turned = range.lowerBound + range.upperBound - number
      submission.answers[name] = Int(exactly: turned).map { .value(.choice($0)) }
    }
    return submission
  }
}

extension MersenneTwister {
  /// Puts `elements` into random order, each order as likely as any other (Fisher & Yates 1938).
  fileprivate func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in (1..<elements.count).reversed() {
      elements.swapAt(last, index(below: last + 1))
    }
  }
}

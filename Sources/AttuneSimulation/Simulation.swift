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
    /// The first time, in random order.
    public let first: Occasion
    /// The same people again, where the design asks some again.
    public let again: Occasion?
  }

  /// The answers of one occasion.
  public struct Occasion: Sendable {
    /// Of those whose answers were kept.
    public let submissions: [Submission]
    /// The number of each person, from 1, the same on every occasion.
    public let numbers: [Int]
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
    /// The number of the same person, where they stand a second time.
    public let sameAs: Int?
  }

  /// Asks everybody; `reached` hears how many have been asked.
  public func run(reached: (Int) -> Void = { _ in }) -> Outcome {
    let order = AskingOrder(instrument, form: design.form)
    let generator = MersenneTwister(seed: seed)
    let drawing = PersonDrawing(design, of: instrument, order: order)
    let interviewer = Interviewer(
      instrument, form: design.form, order: order, siteGroup: design.sites?.group)
    var asked = 0
    func ask(_ person: MadeUpPerson) -> Row? {
      let kind = design.people[person.kind]
      let (outcome, submission) = interviewer.ask(person, role: kind.role)
      asked += 1
      reached(asked)
      guard outcome != .deleted else { return nil }
      let truth = Truth(
        people: kind.name, trueScores: person.trueScores, attention: person.attention,
        hasStopped: outcome == .stopped, sameAs: nil)
      return Row(person: person, submission: turned(submission), truth: truth)
    }

    let people = drawing.everybody(from: generator)
    var rows = people.compactMap(ask)
    let deleted = people.count - rows.count
    generator.shuffle(&rows)
    for number in rows.indices { rows[number].number = number + 1 }
    let again = design.retest.map { retest in
      let chosen = rows.prefix(retest.count)
      let second = chosen.compactMap { row -> Row? in
        var second = ask(drawing.again(row.person, from: generator))
        second?.number = row.number
        return second
      }
      return Occasion(second, deleted: chosen.count - second.count)
    }
    for row in rows.prefix(design.faults.enteredTwice) {
      rows.append(row.again(as: rows.count + 1))
    }
    return Outcome(first: Occasion(rows, deleted: deleted), again: again)
  }

  /// A person who answered.
  fileprivate struct Row {
    let person: MadeUpPerson
    let submission: Submission
    var truth: Truth
    var number = 0

    func again(as number: Int) -> Row {
      let truth = Truth(
        people: truth.people, trueScores: truth.trueScores, attention: truth.attention,
        hasStopped: truth.hasStopped, sameAs: self.number)
      return Row(person: person, submission: submission, truth: truth, number: number)
    }
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

extension Simulation.Occasion {
  fileprivate init(_ rows: [Simulation.Row], deleted: Int) {
    submissions = rows.map(\.submission)
    numbers = rows.map(\.number)
    truths = rows.map(\.truth)
    stopped = rows.count { $0.truth.hasStopped && $0.truth.sameAs == nil }
    self.deleted = deleted
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

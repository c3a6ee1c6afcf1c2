import AttuneInstrument
import AttuneReport

/// A small questionnaire with two groups, and people whose answers a test makes up.
enum SampleStudy {
  static func instrument(_ plans: [Plan]) -> Instrument {
    var instrument = Instrument(
      name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
      licence: "CC BY 4.0", consent: Consent(), support: Support())
    let points = (1...5).map { Choice(code: $0, label: "point \($0)") }
    let teams = [
      Choice(code: 1, name: "north", label: "North"),
      Choice(code: 2, name: "south", label: "South"),
    ]
    instrument.sections = [
      Section(
        name: "s", title: "S",
        items: ["a", "b", "c"].map { name in
          Item(name: name, wordings: [], format: .chooseOne(points), scale: "agree5")
        } + [Item(name: "team", wordings: [], format: .chooseOne(teams))])
    ]
    instrument.constructs = [
      Construct(
        name: "x", title: "X", uses: [.init("a"), .init("b", isReversed: true)],
        rule: .init(.mean, atLeast: 1))
    ]
    instrument.analysis.smallestDifference = .init(0.4, .points)
    instrument.plans = plans
    return instrument
  }

  static func plan(
    _ name: String, _ question: Plan.Question, _ family: Plan.Family? = .primary,
    change: (inout Plan) -> Void = { _ in }
  ) -> Plan {
    var plan = Plan(name: name, title: "\(name)?", question: question)
    plan.family = family
    change(&plan)
    return plan
  }

  /// One person for each pair of answers to `a`; `b` says the same the other way round.
  static func sample(
    _ plans: [Plan], north: [Int], south: [Int], standing: PlanStanding = PlanStanding()
  ) -> StudySample {
    let people = [north, south].enumerated().flatMap { team, answers in
      answers.enumerated().map { index, answer in
        Submission(answers: [
          "a": .value(.choice(answer)), "b": .value(.choice(6 - answer)),
          "c": .value(.choice(1 + (answer + index) % 5)), "team": .value(.choice(team + 1)),
        ])
      }
    }
    return StudySample(of: instrument(plans), people, standing: standing)
  }
}

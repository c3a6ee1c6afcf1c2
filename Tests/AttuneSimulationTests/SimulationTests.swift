import AttuneDiagnostics
import AttuneInstrument
import AttuneNumerics
import AttuneScoring
import AttuneSession
import Testing

@testable import AttuneLanguage
@testable import AttuneSimulation

@Suite struct SimulationTests {
  private static let shipped = [
    ("keep_study", "keep"), ("alongside_study", "alongside"), ("say_small", "say"),
    ("links_study", "links"), ("selfhelp_study", "selfhelp"),
  ]

  @Test(arguments: shipped)
  func asksEverybodyOfTheDesign(design: String, instrument: String) throws {
    let simulation = try Designs.simulation(design, of: instrument) { design in
      for index in design.people.indices { design.people[index].count = 4 }
    }
    let outcome = simulation.run()
    let occasion = outcome.first
    let count = simulation.design.people.reduce(0) { $0 + $1.count }
    #expect(occasion.submissions.count + occasion.deleted == count)
    #expect(occasion.truths.count == occasion.submissions.count)
    #expect(occasion.numbers == Array(1...occasion.submissions.count))
    #expect(outcome.again == nil)
    let items = simulation.instrument.sections.flatMap { section in
      section.items.filter { ($0.keeping, section.keeping ?? .yes) == (.yes, .yes) }
    }
    for submission in occasion.submissions {
      #expect(Set(submission.answers.keys) == Set(items.map(\.name)))
    }
  }

  /// The same people, asked by the session and worked out at once.
  @Test(arguments: shipped)
  func bothWaysGiveTheSameAnswers(name: String, instrument: String) throws {
    let simulation = try Designs.simulation(name, of: instrument) { design in
      // Enough of everything that can go differently.
      design.stopping = .init(share: 0.4, after: 0.2, deleted: 0.3)
      for index in design.people.indices {
        design.people[index].count = 6
        design.people[index].alwaysGiven = []
        for item in design.people[index].missing.keys {
          design.people[index].missing[item]?.append(.init(reason: .skipped, share: 0.1))
        }
      }
    }
    let compared = try compareBothWays(simulation)
    #expect(compared > 5)
  }

  /// Conditions on answers, on what is missing, on roles, within gated and late parts.
  @Test(arguments: [nil, "short"])
  func bothWaysFollowEveryKindOfRoute(form: String?) throws {
    let instrument = try #require(
      Compilation(of: .init(name: "routes.instrument", content: Self.routes)).instrument)
    let compilation = DesignCompilation(
      of: .init(name: "routes.design", content: Self.routesDesign), for: instrument)
    #expect(compilation.findings == [])
    var design = try #require(compilation.design)
    design.form = form
    let compared = try compareBothWays(Simulation(design, of: instrument))
    #expect(compared > 40)
  }

  private static let routes = """
    instrument routes: Routes
      version: 0.1.0
      status: draft, unvalidated
      language: en-GB
      author: The attune project
      licence: CC BY 4.0
      offer: prefer not to say
      role question: Who are you?
    role person: A person
    role worker: A worker
    information: About
      > These are questions.
    consent: Taking part
      must agree taking_part: I want to take part.
    support: Help
      contact: A line - call 111.
    debrief: Thank you
      > Thank you.
    scale four
      1 = Never
      2 = Seldom
      3 = Often
      4 = Always
    group who: Who
      set by: role
    section early: Early
      place: before information
    item place: Where?
      answer: choose one
      here = Here
      there = There
      keep: no
    section first: First
      answer: four
    item a1: I am heard.
    item a2: I am seen.
    item a3: I am well.
      show when: a1 is at least 3
    section for_workers: For workers
      only for: worker
      answer: four
    item b1: I have time.
    section maybe: Maybe
      ask first: Would you like to see these?
      show when: a2 is not 4 or place is here
      answer: four
    item b2: I have help.
    item b3: I have rest.
      show when: not (b2 is answered)
    section later: Later
      show when: role is person
      answer: four
    item c1: I am glad.
      show when: b2 is not answered
    item c2: I am calm.
      show when: a3 is 4 and b2 is at most 2
    section end: End
      place: after review
    item burden: How was it?
      answer: choose one
      easy = Easy
      hard = Hard
      show when: a1 is answered
    construct a: A
      higher means: more
      uses: a1, a2, a3
      score: mean, at least 2 answered
    construct b: B
      higher means: more
      uses: b1, b2, b3, c1, c2
      score: mean, at least 1 answered
      accept: A267 because few are asked
    form short: Short
      uses: a1, a3, b2, c2
      score: mean, at least 1 answered

    """

  private static let routesDesign = """
    simulation routes: Routes
      instrument: routes
      seed: 1
    people person: Person
      count: 40
      role: person
    people worker: Worker
      count: 40
      role: worker
    profile mid: Middle
      cut at: -0.7, 0, 0.7
      for: a, b
    missing
      skipped: 15%
      prefer not to say: 15%
      not chosen maybe: 30%
    stopping
      share: 30%
      after: 10%
      deleted: 30%

    """

  /// How many people could be compared.
  private func compareBothWays(_ simulation: Simulation) throws -> Int {
    let (design, instrument) = (simulation.design, simulation.instrument)
    let order = AskingOrder(instrument, form: design.form)
    let interviewer = Interviewer(
      instrument, form: design.form, order: order, siteGroup: design.sites?.group)
    let wanted = Set(instrument.items.map(\.name))
    let atOnce = AnswersAtOnce(
      instrument, form: design.form, order: order, siteGroup: design.sites?.group, wanted: wanted)
    let people = PersonDrawing(design, of: instrument, order: order)
      .everybody(from: .init(seed: 77))
    var compared = 0
    for person in people {
      let role = design.people[person.kind].role
      let (outcome, asked) = interviewer.ask(person, role: role)
      let submission = atOnce.submission(of: person, role: role)
      #expect((outcome == .deleted) == (submission == nil))
      guard let submission else { continue }
      compared += 1
      #expect(asked.role == submission.role)
      #expect(asked.settings == submission.settings)
      // What is not asked is absent here, and has its reason there.
      #expect(Self.values(asked) == Self.values(submission))
      for group in instrument.groups {
        let levels = [asked, submission].map { group.level(of: $0, in: instrument) }
        #expect(levels[0] == levels[1])
      }
      for construct in instrument.constructs {
        let scorer = ConstructScorer(construct, of: instrument)
        #expect(scorer.score(asked) == scorer.score(submission))
      }
    }
    return compared
  }

  private static func values(_ submission: Submission) -> [String: AnswerValue] {
    submission.answers.compactMapValues { $0.value }
  }

  @Test func theSeedSettlesEverything() throws {
    let simulation = try Designs.simulation("say_small", of: "say") { design in
      for index in design.people.indices { design.people[index].count = 4 }
    }
    let (one, two) = (simulation.run().first, simulation.run().first)
    #expect(one.submissions == two.submissions)
    #expect(one.truths == two.truths)
    let other = Simulation(simulation.design, of: simulation.instrument, seed: 4).run().first
    #expect(one.submissions != other.submissions)
  }

  /// A damaged design is either refused with findings, or people come of it.
  @Test func damagedDesignsAreRefusedOrWork() throws {
    let instrument = try Designs.instrument("keep")
    let order = AskingOrder(instrument, form: nil)
    let lines = try Designs.text("datasets/faulty_keep/faulty_keep.design").content
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var worked = 0
    for index in lines.indices {
      for damage in [[], [lines[index], lines[index]], [lines[index].replacing("0", with: "")]] {
        var damaged = lines
        damaged.replaceSubrange(index...index, with: damage)
        let content = damaged.joined(separator: "\n").replacing(/count: \d+/) { _ in "count: 2" }
        let compilation = DesignCompilation(
          of: .init(name: "d.design", content: content), for: instrument)
        let mustFix = compilation.findings.contains { $0.level == .mustFix }
        #expect((compilation.design == nil) == mustFix, "\(content)")
        guard let design = compilation.design else { continue }
        worked += 1
        let people = PersonDrawing(design, of: instrument, order: order)
          .everybody(from: .init(seed: 1))
        #expect(people.count == design.people.reduce(0) { $0 + $1.count })
      }
    }
    #expect(worked > 60)
  }

  // MARK: What people are like

  /// Many people, who are all asked everything and answer everything.
  private func willing(
    _ count: Int, change: (inout SimulationDesign) -> Void = { _ in }
  ) throws -> (Simulation, [MadeUpPerson]) {
    let simulation = try Designs.simulation("keep_null", of: "keep") { design in
      design.people.removeLast(2)
      design.people[0].count = count
      design.people[0].missing = [:]
      design.people[0].notChosen = [:]
      (design.stopping, design.careless, design.sincere) = (nil, nil, nil)
      change(&design)
    }
    let order = AskingOrder(simulation.instrument, form: nil)
    let drawing = PersonDrawing(simulation.design, of: simulation.instrument, order: order)
    return (simulation, drawing.everybody(from: .init(seed: 5)))
  }

  private func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }

  private func covariance(_ x: [Double], _ y: [Double]) -> Double {
    let (centreX, centreY) = (mean(x), mean(y))
    var sum = 0.0
    for (one, other) in zip(x, y) { sum += (one - centreX) * (other - centreY) }
    return sum / Double(x.count - 1)
  }

  private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    covariance(x, y) / (covariance(x, x) * covariance(y, y)).squareRoot()
  }

  @Test func trueScoresGoTogetherAsStated() throws {
    let (simulation, people) = try willing(8000) { $0.people[0].shifts[0] = -0.9 }
    let scores = simulation.design.scores
    let values = scores.indices.map { score in people.map { $0.trueScores[score] } }
    let (rel, open) = (
      try #require(scores.firstIndex(of: "rel")), try #require(scores.firstIndex(of: "open"))
    )
    let prio = try #require(scores.firstIndex(of: "prio"))
    // Four standard errors: 4 * (1 - r^2) / sqrt(8000).
    #expect(abs(correlation(values[rel], values[open]) - 0.60) < 0.029)
    #expect(abs(correlation(values[rel], values[prio]) - 0.50) < 0.034)
    let unit = 1 / 8000.0.squareRoot()
    #expect(abs(mean(values[0]) + 0.9) < 4 * unit)
    #expect(abs(covariance(values[0], values[0]) - 1) < 4 * 2.0.squareRoot() * unit)
  }

  @Test func answersFallBetweenTheCuts() throws {
    let (simulation, people) = try willing(8000)
    let items = simulation.instrument.items.map(\.name)
    // The shares of the normal distribution between the cuts of "pos"; reversed items the other
    // way round.
    let shares = [0.028717, 0.106949, 0.246423, 0.406056, 0.211855]
    for (name, expected) in [("rel1", shares), ("rel5", shares.reversed())] {
      let index = try #require(items.firstIndex(of: name))
      for (code, share) in zip(1..., expected) {
        let found = Double(people.count { $0.replies[index] == .code(code) }) / 8000
        #expect(
          abs(found - share) < 4 * (share * (1 - share) / 8000).squareRoot(), "\(name) \(code)")
      }
    }
  }

  @Test func sitesAndOccasionsAreAlikeAsStated() throws {
    let (simulation, people) = try willing(6000) { design in
      design.sites = .init(group: "site", names: (0..<300).map { "s\($0)" }, correlation: 0.2)
      design.retest = .init(name: "later", title: "Later", count: 10, stability: 0.85)
    }
    let bySite = Dictionary(grouping: people) { $0.site }
    #expect(bySite.count == 300)
    // One-way analysis of variance with 20 people in each of 300 sites.
    let sites = bySite.values.map { $0.map { $0.trueScores[0] } }
    let means = sites.map(mean)
    let between = 20 * covariance(means, means)
    let within = mean(sites.map { covariance($0, $0) })
    let icc = (between - within) / (between + 19 * within)
    #expect(abs(icc - 0.2) < 0.08)

    let order = AskingOrder(simulation.instrument, form: nil)
    let drawing = PersonDrawing(simulation.design, of: simulation.instrument, order: order)
    let generator = MersenneTwister(seed: 8)
    let later = people.map { drawing.again($0, from: generator).trueScores[0] }
    #expect(abs(correlation(people.map { $0.trueScores[0] }, later) - 0.85) < 0.015)
  }

  @Test func carelessAndSincerePeopleAnswerAsTheyDo() throws {
    let (simulation, people) = try willing(4000) { design in
      design.careless = .init(share: 0.3, straightLines: 0.5)
      design.sincere = .init(share: 0.2, code: 5)
      // None of them leaves a scored item out.
      for item in design.items.keys {
        design.people[0].missing[item] = [.init(reason: .skipped, share: 0.5)]
      }
    }
    let (instrument, design) = (simulation.instrument, simulation.design)
    let items = instrument.items
    var counts: [String: Int] = [:]
    for person in people {
      switch person.attention {
      case .reads: counts["reads", default: 0] += 1
      case .straightLine:
        counts["line", default: 0] += 1
        let scored = items.indices.filter { design.items[items[$0].name] != nil }
        #expect(Set(scored.map { person.replies[$0] }).count == 1)
      case .random: counts["random", default: 0] += 1
      case .sincere(let section):
        counts["sincere", default: 0] += 1
        let part = try #require(instrument.sections.first { $0.name == section })
        for item in part.items {
          let index = try #require(items.firstIndex { $0.name == item.name })
          #expect(person.replies[index] == .code(5))
        }
      }
    }
    for (kind, share) in [("reads", 0.5), ("line", 0.15), ("random", 0.15), ("sincere", 0.2)] {
      let found = Double(counts[kind] ?? 0) / 4000
      #expect(abs(found - share) < 4 * (share * (1 - share) / 4000).squareRoot(), "\(kind)")
    }
  }

  @Test func missingAnswersHaveTheirReasonsAndShares() throws {
    let (simulation, people) = try willing(4000) { design in
      design.people[0].missing["rel1"] = [
        .init(reason: .preferNotToSay, share: 0.1), .init(reason: .doesNotApply, share: 0.2),
      ]
      design.people[0].notChosen["part_hosp"] = 0.4
    }
    let index = try #require(simulation.instrument.items.firstIndex { $0.name == "rel1" })
    func share(_ reply: MadeUpPerson.Reply) -> Double {
      Double(people.count { $0.replies[index] == reply }) / 4000
    }
    #expect(abs(share(.missing(.preferNotToSay)) - 0.1) < 0.019)
    #expect(abs(share(.missing(.doesNotApply)) - 0.2) < 0.026)
    #expect(share(.missing(.skipped)) == 0)
    let declined = Double(people.count { $0.declinedParts == ["part_hosp"] }) / 4000
    #expect(abs(declined - 0.4) < 0.031)
  }

  // MARK: What the session makes of them

  @Test func routingPartsAndStopsAreObeyed() throws {
    let simulation = try Designs.simulation("keep_study", of: "keep") { design in
      for index in design.people.indices {
        design.people[index].count = 10
        design.people[index].notChosen["part_hosp"] = index == 0 ? 1 : 0
      }
      design.stopping = .init(share: 0.5, after: 0.4, deleted: 0)
    }
    let occasion = simulation.run().first
    #expect(occasion.stopped > 5)
    #expect(occasion.deleted == 0)
    for (submission, truth) in zip(occasion.submissions, occasion.truths) {
      let answers = submission.answers
      #expect(answers["nation"] == nil, "what is not kept is nowhere")
      #expect(answers["bg_age"] == .missing(.notShown), "off unless a study turns it on")
      #expect(answers["rel1"] != .missing(.notReached), "everybody answers the first 40 %")
      if truth.people == "outreach" { #expect(answers["hosp2"]?.value == nil) }
      if truth.hasStopped {
        #expect(answers["burden"] == .missing(.notReached))
      } else {
        let isAsked = answers["bg_contact"] == .value(.choice(4))
        if !isAsked { #expect(answers["bg_ended"] == .missing(.notShown)) }
        if isAsked { #expect(answers["bg_ended"] != .missing(.notShown)) }
        let contact = ["outreach": 1, "voluntary": 2, "not_in_contact": 4][truth.people]
        #expect(answers["bg_contact"] == contact.map { .value(.choice($0)) })
      }
    }
  }

  @Test func deletedAnswersLeaveOnlyANumber() throws {
    let simulation = try Designs.simulation("say_small", of: "say") { design in
      for index in design.people.indices { design.people[index].count = 5 }
      design.stopping = .init(share: 1, after: 0.5, deleted: 1)
    }
    let occasion = simulation.run().first
    #expect(occasion.submissions.isEmpty)
    #expect(occasion.deleted == 10)
  }

  @Test func rolesAnswerTheirOwnForm() throws {
    let simulation = try Designs.simulation("say_small", of: "say") { design in
      for index in design.people.indices { design.people[index].count = 4 }
    }
    for submission in simulation.run().first.submissions {
      let job = submission.answers["bg_job"]
      let involved = submission.answers["bg_involved"]
      if submission.role == "worker" {
        #expect(involved == .missing(.notShown))
      } else {
        #expect(job == .missing(.notShown))
      }
    }
  }

  @Test func aShortFormIsAskedAsOne() throws {
    let simulation = try Designs.simulation("keep_study", of: "keep") { design in
      design.form = "short"
      for index in design.people.indices { design.people[index].count = 1 }
    }
    let submission = try #require(simulation.run().first.submissions.first)
    #expect(submission.form == "short")
    #expect(submission.answers["rel2"] == .missing(.notChosen))
  }

  @Test func peopleAskedAgainKeepTheirNumbers() throws {
    let simulation = try Designs.simulation("alongside_large", of: "alongside") { design in
      for index in design.people.indices { design.people[index].count = 14 }
      design.retest?.count = 15
      design.stopping?.deleted = 1
      design.stopping?.share = 0.3
    }
    let outcome = simulation.run()
    let again = try #require(outcome.again)
    #expect(again.submissions.count + again.deleted == 15)
    #expect(again.deleted > 0)
    #expect(Set(again.numbers).count == again.numbers.count)
    for (number, truth) in zip(again.numbers, again.truths) {
      #expect(outcome.first.truths[number - 1].people == truth.people)
    }
    // The first occasion is the same whether or not there is a second.
    let once = try Designs.simulation("alongside_large", of: "alongside") { design in
      design = simulation.design
      design.retest = nil
    }
    #expect(once.run().first.submissions == outcome.first.submissions)
  }

  @Test func faultsAreMadeOnPurpose() throws {
    let simulation = try Designs.simulation("faulty_keep", of: "keep") { design in
      for index in design.people.indices { design.people[index].count = 5 }
    }
    let occasion = simulation.run().first
    var design = simulation.design
    design.faults = .init()
    let sound = Simulation(design, of: simulation.instrument).run().first
    #expect(occasion.submissions.count == sound.submissions.count + 2)
    #expect(occasion.submissions.suffix(2) == occasion.submissions.prefix(2))
    #expect(occasion.truths.suffix(2).map(\.sameAs) == [1, 2])
    for (faulty, right) in zip(occasion.submissions, sound.submissions) {
      #expect(faulty.answers["prio2"]?.value == faulty.answers["prio1"]?.value)
      let (turned, straight) = (faulty.answers["rel5"]?.value, right.answers["rel5"]?.value)
      #expect(turned?.number == straight?.number.map { 6 - $0 })
      #expect(faulty.answers["rel1"] == right.answers["rel1"])
    }
  }
}

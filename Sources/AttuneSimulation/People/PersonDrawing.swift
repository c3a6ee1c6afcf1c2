import AttuneInstrument
import AttuneLanguage
import AttuneNumerics

/// Draws people from a design, one number after the other from one generator.
///
///     score = sqrt(1 - icc) * L z + sqrt(icc) * L z_site + shift        L L' = correlations
///     y = loading * score + method loading * method + sqrt(1 - explained) * e
///
/// Everything but the choice of a branch is made of the four operations and square roots of
/// uniform numbers, which every machine does alike.
struct PersonDrawing {
  let design: SimulationDesign
  private let instrument: Instrument
  /// By kind of people, then by item.
  private let draws: [[Draw]]
  private let factors: [Cholesky]
  private let siteFactor: Cholesky?
  /// The sections with items that belong to a score, by kind of people.
  private let scoredSections: [[String]]
  private let copies: [(from: Int, to: Int)]
  /// How many items each kind can be asked in the body of the questionnaire.
  private let placeCounts: [Int]

  /// What an item's answer is drawn from, looked up once.
  private struct Draw {
    let section: String
    /// `nil` for an item that belongs to no score.
    let model: SimulationDesign.ItemModel?
    /// What is left to chance of an item that does.
    let noise: Double
    /// The codes to choose from, of an item that does not; empty where nothing is made up.
    let codes: [Int]
    /// `nil` where every code is as likely as any other.
    let shares: [SimulationDesign.AnswerShare]?
    let missing: [SimulationDesign.MissingShare]
    let isAlwaysGiven: Bool

    init(
      _ item: Item, in section: Section, of people: SimulationDesign.People,
      _ model: SimulationDesign.ItemModel?
    ) {
      self.section = section.name
      self.model = model
      if let model {
        let explained = model.loading * model.loading + model.methodLoading * model.methodLoading
        noise = max(0, 1 - explained).squareRoot()
      } else {
        noise = 0
      }
      if case .chooseOne(let choices) = item.format {
        codes = choices.map(\.code)
      } else {
        codes = []
      }
      shares = people.answers[item.name]
      missing = people.missing[item.name] ?? []
      isAlwaysGiven = people.alwaysGiven.contains(item.name)
    }
  }

  init(_ design: SimulationDesign, of instrument: Instrument, order: AskingOrder) {
    self.design = design
    self.instrument = instrument
    draws = design.people.map { people in
      instrument.sections.flatMap { section in
        section.items.map { Draw($0, in: section, of: people, design.items[$0.name]) }
      }
    }
    factors = design.people.map { Self.factor($0.correlations) }
    siteFactor = design.sites == nil ? nil : factors.first
    scoredSections = design.people.map { people in
      instrument.sections.filter { section in
        section.items.contains {
          design.items[$0.name] != nil && order.canAsk($0, in: section, role: people.role)
        }
      }.map(\.name)
    }
    placeCounts = design.people.map { order.placeCount(role: $0.role) }
    copies = design.faults.copies.sorted { $0.key < $1.key }.compactMap { copy, original in
      guard let from = instrument.items.firstIndex(where: { $0.name == original }),
        let to = instrument.items.firstIndex(where: { $0.name == copy })
      else { return nil }
      return (from, to)
    }
  }

  private static func factor(_ correlations: [[Double]]) -> Cholesky {
    guard let factor = Cholesky(SymmetricMatrix(size: correlations.count) { correlations[$0][$1] })
    else { preconditionFailure("a design's correlations can be") }
    return factor
  }

  /// Everybody of the design, kind by kind.
  func everybody(from generator: MersenneTwister) -> [MadeUpPerson] {
    let sites = design.sites?.names ?? []
    let siteScores = sites.map { _ in siteFactor.map { scores(by: $0, from: generator) } ?? [] }
    return design.people.enumerated().flatMap { kind, people in
      (0..<people.count).map { number in
        let site = sites.isEmpty ? nil : number % sites.count
        var person = draw(kind, siteScores: site.map { siteScores[$0] }, from: generator)
        person.site = site.map { sites[$0] }
        return person
      }
    }
  }

  private func scores(by factor: Cholesky, from generator: MersenneTwister) -> [Double] {
    factor.factorTimes((0..<factor.size).map { _ in generator.normal() })
  }

  private func draw(
    _ kind: Int, siteScores: [Double]?, from generator: MersenneTwister
  ) -> MadeUpPerson {
    let people = design.people[kind]
    var trueScores = scores(by: factors[kind], from: generator)
    if let siteScores, let icc = design.sites?.correlation {
      let (within, between) = ((1 - icc).squareRoot(), icc.squareRoot())
      for index in trueScores.indices {
        trueScores[index] = within * trueScores[index] + between * siteScores[index]
      }
    }
    for index in trueScores.indices { trueScores[index] += people.shifts[index] }
    return answering(kind, trueScores, from: generator)
  }

  /// The same people on another day, with answers drawn anew.
  ///
  ///     score = shift + stability * (first score - shift) + sqrt(1 - stability^2) * L z
  func again(_ person: MadeUpPerson, from generator: MersenneTwister) -> MadeUpPerson {
    guard let stability = design.retest?.stability else { return person }
    let shifts = design.people[person.kind].shifts
    let new = scores(by: factors[person.kind], from: generator)
    let rest = (1 - stability * stability).squareRoot()
    let trueScores = person.trueScores.indices.map { index in
      shifts[index] + stability * (person.trueScores[index] - shifts[index]) + rest * new[index]
    }
    var again = answering(person.kind, trueScores, from: generator)
    again.site = person.site
    return again
  }

  private func answering(
    _ kind: Int, _ trueScores: [Double], from generator: MersenneTwister
  ) -> MadeUpPerson {
    let method = generator.normal()
    let attention = attention(of: kind, from: generator)
    let line = generator.uniform()

    var replies: [MadeUpPerson.Reply] = []
    replies.reserveCapacity(draws[kind].count)
    for draw in draws[kind] {
      if let model = draw.model {
        let y =
          model.loading * trueScores[model.score] + model.methodLoading * method
          + draw.noise * generator.normal()
        let place = place(attention, line, model, draw.section, from: generator)
        let code = place.map { model.codes[$0] } ?? code(y, model)
        let missing = missing(draw, from: generator)
        replies.append(place == nil ? missing.map { .missing($0) } ?? .code(code) : .code(code))
      } else {
        let code = choice(draw, from: generator)
        let missing = missing(draw, from: generator)
        let isGiven = missing == nil || draw.isAlwaysGiven
        replies.append(
          code.flatMap { isGiven ? .code($0) : nil } ?? .missing(missing ?? .skipped))
      }
    }
    for copy in copies { replies[copy.to] = replies[copy.from] }
    return MadeUpPerson(
      kind: kind, trueScores: trueScores, attention: attention, site: nil, replies: replies,
      declinedParts: declinedParts(design.people[kind], from: generator),
      stop: stop(kind, from: generator))
  }

  // MARK: Answers

  private func code(_ y: Double, _ model: SimulationDesign.ItemModel) -> Int {
    let place = model.cuts.count { y > $0 }
    return model.codes[model.isReversed ? model.codes.count - 1 - place : place]
  }

  private func attention(of kind: Int, from generator: MersenneTwister) -> Attention {
    let (first, second, third) = (generator.uniform(), generator.uniform(), generator.uniform())
    if let careless = design.careless, first < careless.share {
      return second < careless.straightLines ? .straightLine : .random
    }
    let sections = scoredSections[kind]
    if let sincere = design.sincere, first >= 1 - sincere.share, !sections.isEmpty {
      return .sincere(section: sections[Int(third * Double(sections.count))])
    }
    return .reads
  }

  /// The place among the codes for people whose answer does not follow from their scores.
  private func place(
    _ attention: Attention, _ line: Double, _ model: SimulationDesign.ItemModel,
    _ partOfItem: String,
    from generator: MersenneTwister
  ) -> Int? {
    switch attention {
    case .reads: nil
    case .straightLine: Int(line * Double(model.codes.count))
    case .random: generator.index(below: model.codes.count)
    case .sincere(let section):
      partOfItem == section
        ? design.sincere.flatMap { model.codes.firstIndex(of: $0.code) } : nil
    }
  }

  private func choice(_ draw: Draw, from generator: MersenneTwister) -> Int? {
    guard !draw.codes.isEmpty else { return nil }
    let number = generator.uniform()
    guard let shares = draw.shares else {
      return draw.codes[Int(number * Double(draw.codes.count))]
    }
    var sum = 0.0
    for share in shares {
      sum += share.share
      if number < sum { return share.code }
    }
    return shares.last?.code
  }

  private func missing(_ draw: Draw, from generator: MersenneTwister) -> MissingReason? {
    let number = generator.uniform()
    var sum = 0.0
    for missing in draw.missing {
      sum += missing.share
      if number < sum { return missing.reason }
    }
    return nil
  }

  // MARK: Parts and stopping

  private func declinedParts(
    _ people: SimulationDesign.People, from generator: MersenneTwister
  ) -> Set<String> {
    var declined: Set<String> = []
    for section in instrument.sections where section.askFirst != nil {
      if generator.uniform() < people.notChosen[section.name] ?? 0 { declined.insert(section.name) }
    }
    return declined
  }

  private func stop(_ kind: Int, from generator: MersenneTwister) -> MadeUpPerson.Stop? {
    let (draw, place, deletes) = (generator.uniform(), generator.uniform(), generator.uniform())
    guard let stopping = design.stopping, draw < stopping.share else { return nil }
    let count = placeCounts[kind]
    let first = Int((stopping.after * Double(count)).rounded(.up))
    guard first < count else { return nil }
    return MadeUpPerson.Stop(
      place: first + Int(place * Double(count - first)), deletes: deletes < stopping.deleted)
  }
}

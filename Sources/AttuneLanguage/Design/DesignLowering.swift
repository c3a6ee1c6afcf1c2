import AttuneDiagnostics
import AttuneInstrument

/// Turns a design as written into what it means for one instrument, reporting what it cannot mean.
struct DesignLowering {
  let syntax: DesignSyntax
  let names: DesignNames
  let canBe: ([[Double]]) -> Bool
  var findings: [Finding] = []

  init(
    _ syntax: DesignSyntax, for instrument: Instrument, canBe: @escaping ([[Double]]) -> Bool
  ) {
    self.syntax = syntax
    self.canBe = canBe
    names = DesignNames(instrument)
  }

  /// The design; `nil` where a finding has said why, or the checks of the text will.
  mutating func design() -> SimulationDesign? {
    guard let simulation = syntax.first(SimulationBlock.self), let name = simulation.heading.name
    else { return nil }
    if let said = simulation.instrument, said.value != names.instrument.name {
      findings.append(.otherInstrument(said, names.instrument.name))
      return nil
    }
    if let form = simulation.form,
      !names.instrument.forms.contains(where: { $0.name == form.value })
    {
      findings.append(names.unknown(form, "form", among: names.instrument.forms.map(\.name)))
    }
    let items = itemModels()
    let correlations = generalCorrelations()
    let answers = shares(syntax.all(ItemsBlock.self).flatMap(\.answers))
    let general = syntax.all(MissingBlock.self).flatMap(\.rates)
    let people = syntax.all(PeopleBlock.self).compactMap { block in
      lowered(block, correlations, answers.shares, general)
    }
    var design = SimulationDesign(
      name: name.value, title: simulation.heading.title?.value ?? name.value,
      seed: UInt64(simulation.seed?.value ?? 0), form: simulation.form?.value,
      scores: names.scores.map(\.name), people: people, items: items)
    design.stopping = syntax.first(StoppingBlock.self).flatMap { block in
      block.share.map {
        .init(
          share: $0.value, after: block.after?.value ?? 0, deleted: block.deleted?.value ?? 0)
      }
    }
    design.careless = syntax.first(CarelessBlock.self).flatMap { block in
      block.share.map {
        .init(share: $0.value, straightLines: block.straightLines?.value ?? 0.5)
      }
    }
    design.sincere = syntax.first(SincereBlock.self).flatMap { lowered($0, items) }
    design.sites = syntax.first(SitesBlock.self).flatMap { lowered($0) }
    design.retest = syntax.first(RetestBlock.self).flatMap(Self.lowered)
    design.faults = syntax.first(FaultsBlock.self).map { lowered($0) } ?? .init()
    return design
  }

  // MARK: People

  private mutating func lowered(
    _ block: PeopleBlock, _ general: [[Double]],
    _ answers: [String: [SimulationDesign.AnswerShare]],
    _ rates: [MissingRateSyntax]
  ) -> SimulationDesign.People? {
    guard let name = block.heading.name, let count = block.count else { return nil }
    let own = shares(block.answers)
    let correlations = adding(block.correlations, to: general, at: block.heading)
    let missing = missingShares(rates + block.rates)
    return SimulationDesign.People(
      name: name.value, title: block.heading.title?.value ?? name.value, count: count.value,
      role: role(of: block), shifts: shifts(block.shifts), correlations: correlations,
      answers: answers.merging(own.shares) { $1 }, alwaysGiven: own.alwaysGiven,
      missing: missing.items, notChosen: missing.sections)
  }

  private mutating func role(of block: PeopleBlock) -> String? {
    let roles = names.instrument.roles.map(\.name)
    guard let said = block.role else {
      if roles.count > 1 { findings.append(.roleIsMissing(block.heading, roles)) }
      return roles.first
    }
    if !roles.contains(said.value) { findings.append(names.unknown(said, "role", among: roles)) }
    return said.value
  }

  /// What is said of a score itself, and of a factor by way of the scores that load on it.
  private mutating func shifts(_ said: [NamedNumber]) -> [Double] {
    var shifts = names.scores.map { _ in 0.0 }
    let factors = syntax.all(FactorBlock.self)
    for shift in said {
      if let score = names.score(shift.name.value) {
        shifts[score] += shift.value.value
      } else if let factor = factors.first(where: { $0.heading.name?.value == shift.name.value }) {
        for loading in factor.loadings {
          guard let score = names.score(loading.name.value) else { continue }
          shifts[score] += loading.value.value * shift.value.value
        }
      } else {
        findings.append(
          names.unknown(
            shift.name, "score",
            among: names.scores.map(\.name) + factors.compactMap(\.heading.name?.value)))
      }
    }
    return shifts
  }

  // MARK: The other blocks

  private mutating func lowered(
    _ block: SincereBlock, _ items: [String: SimulationDesign.ItemModel]
  ) -> SimulationDesign.Sincere? {
    guard let share = block.share else { return nil }
    let codes = Set(items.values.flatMap(\.codes)).sorted()
    guard let answer = block.answer else {
      return codes.last.map { .init(share: share.value, code: $0) }
    }
    guard codes.contains(answer.value) else {
      findings.append(
        names.unknown(
          Name(String(answer.value), at: answer.range), "answer", among: codes.map(String.init)))
      return nil
    }
    return .init(share: share.value, code: answer.value)
  }

  private mutating func lowered(_ block: SitesBlock) -> SimulationDesign.Sites? {
    guard let name = block.heading.name else { return nil }
    let groups = names.instrument.groups.filter { $0.source == .facilitator }
    guard let group = groups.first(where: { $0.name == name.value }) else {
      findings.append(
        names.unknown(name, "group set by the facilitator", among: groups.map(\.name)))
      return nil
    }
    var levels = group.levels.map(\.name)
    if levels.isEmpty {
      guard let count = block.count, (1...1000).contains(count.value) else {
        findings.append(.sitesAreMissing(block))
        return nil
      }
      levels = (1...count.value).map { "\(group.name)_\($0)" }
    }
    return .init(group: group.name, names: levels, correlation: block.correlation?.value ?? 0)
  }

  private static func lowered(_ block: RetestBlock) -> SimulationDesign.Retest? {
    guard let name = block.heading.name, let count = block.count, let stability = block.stability
    else { return nil }
    return .init(
      name: name.value, title: block.heading.title?.value ?? name.value, count: count.value,
      stability: stability.value)
  }

  private mutating func lowered(_ block: FaultsBlock) -> SimulationDesign.Faults {
    var faults = SimulationDesign.Faults()
    faults.alreadyReversed = Set(
      block.alreadyReversed.flatMap { names.items(of: $0, &findings) }.map(\.name))
    for copy in block.copies {
      let items = [copy.original, copy.copy].flatMap {
        names.items(of: NameRun(first: $0), &findings)
      }
      if items.count == 2 { faults.copies[copy.copy.value] = copy.original.value }
    }
    faults.enteredTwice = block.enteredTwice?.value ?? 0
    return faults
  }
}

extension Finding {
  /// A design is for one instrument, by the instrument's name.
  fileprivate static func otherInstrument(_ said: Name, _ name: String) -> Finding {
    Finding(
      "A390", .mustFix, "This design is for \"\(said.value)\", and the instrument is \"\(name)\"",
      at: said.range,
      explanation: "Its people answer the questions of one instrument.",
      fixes: [
        Fix(.possible, "use \"\(name)\" here", edits: [.init(said.range, with: name)])
      ])
  }

  /// Where an instrument has several roles, each kind of people has one of them.
  fileprivate static func roleIsMissing(_ heading: Heading, _ roles: [String]) -> Finding {
    Finding(
      "A391", .mustFix, "Which role do these people have?", at: heading.place,
      explanation: "The instrument knows \(roles.joined(separator: ", ")).",
      fixes: roles.map { .addLine(.possible, "role: \($0)", under: heading) })
  }

  /// Where the instrument names no sites, the design says how many there are.
  ///
  ///     sites site: Six sites
  ///       count: 6
  fileprivate static func sitesAreMissing(_ block: SitesBlock) -> Finding {
    Finding(
      "A392", .mustFix, "How many sites are there?", at: block.count?.range ?? block.heading.place,
      explanation: "The instrument does not name them. There are at least 1 and at most 1000.",
      fixes: block.count == nil ? [.addLine(.possible, "count: 6", under: block.heading)] : [])
  }
}

public import ArgumentParser
import AttuneData
public import AttuneStatistics
import AttuneTables

/// The tests of `attune compare --test`, by name.
enum CompareMethod: String, CaseIterable {
  case welch = "welch-t-test"
  case student = "student-t-test"
  case yuen = "yuen-t-test"
  case mannWhitney = "mann-whitney"
  case brunnerMunzel = "brunner-munzel"
  case permutation = "permutation-test"
  case welchANOVA = "welch-anova"
  case oneWayANOVA = "one-way-anova"
  case brownForsythe = "brown-forsythe-anova"
  case kruskalWallis = "kruskal-wallis"
  case gamesHowell = "games-howell"
  case tukey = "tukey-hsd"
  case dunnett
  case dunn
  case pairwise = "pairwise-t-tests"
  case effects
  case resampledEffects = "resampled-effects"
  case assumptions
  case bayesFactor = "bayes-factor"
  case oneSampleT = "one-sample-t-test"
  case pairedT = "paired-t-test"
  case wilcoxon = "wilcoxon-signed-rank"
  case sign = "sign-test"
  case friedman
  case conover
  case nemenyi
  case repeatedMeasuresANOVA = "rm-anova"
  case pairedTs = "paired-t-tests"
  case wilcoxonPairs = "wilcoxon-pairs"
  case mcNemar = "mcnemar"
  case mcNemarPairs = "mcnemar-pairs"
  case cochranQ = "cochran-q"

  /// All names, by what they compare.
  static var namesForHelp: String {
    let kinds: [(title: String, methods: [CompareMethod])] = [
      ("two groups", allCases.filter(\.isForTwo)),
      (
        "more groups",
        allCases.filter {
          !$0.isForTwo && !$0.isForAnyNumber && !$0.isWithinPeople && $0 != .oneSampleT
        }
      ),
      ("same people", allCases.filter(\.isWithinPeople)),
      ("a value", [.oneSampleT, .wilcoxon, .sign]),
      ("any", allCases.filter(\.isForAnyNumber)),
    ]
    return kinds.map { title, methods in
      let start = "  \(title)" + String(repeating: " ", count: 13 - title.count)
      let lines = methods.map(\.rawValue).joined(separator: ", ").wrapped(to: 76, bullet: start)
      return String(lines.dropLast())
    }.joined(separator: "\n")
  }

  /// Whether it takes two groups and no more.
  var isForTwo: Bool {
    switch self {
    case .welch, .student, .yuen, .mannWhitney, .brunnerMunzel, .permutation, .effects,
      .bayesFactor:
      true
    default: false
    }
  }

  /// Whether it takes two groups as well as more.
  var isForAnyNumber: Bool { self == .assumptions || self == .resampledEffects }

  /// Whether it finds its answer from the size, mean and standard deviation of two groups.
  var isOfSummaries: Bool {
    switch self {
    case .welch, .student, .effects, .bayesFactor: true
    default: false
    }
  }

  /// Whether it compares scores of the same people and nothing else; assumptions are described of any.
  var isWithinPeople: Bool {
    switch self {
    case .pairedT, .wilcoxon, .sign, .friedman, .conover, .nemenyi, .repeatedMeasuresANOVA,
      .pairedTs, .wilcoxonPairs, .mcNemar, .mcNemarPairs, .cochranQ:
      true
    default: false
    }
  }

  /// The name for readers.
  var title: String {
    switch self {
    case .welch: WelchTTest.about.title
    case .student: StudentTTest.about.title
    case .yuen: YuenTTest.about.title
    case .mannWhitney: MannWhitney.about.title
    case .brunnerMunzel: BrunnerMunzel.about.title
    case .permutation: PermutationTest.about.title
    case .welchANOVA: WelchANOVA.about.title
    case .oneWayANOVA: OneWayANOVA.about.title
    case .brownForsythe: BrownForsytheANOVA.about.title
    case .kruskalWallis: KruskalWallis.about.title
    case .gamesHowell: GamesHowell.about.title
    case .tukey: TukeyHSD.about.title
    case .dunnett: DunnettTest.about.title
    case .dunn: DunnTest.about.title
    case .pairwise: PairwiseTTests.about.title
    case .effects: StandardizedDifferences.about.title
    case .resampledEffects: ResampledEffect.about.title
    case .assumptions: "Assumptions"
    case .bayesFactor: BayesFactorTTest.about.title
    case .oneSampleT: OneSampleTTest.about.title
    case .pairedT: PairedTTest.about.title
    case .wilcoxon: WilcoxonSignedRank.about.title
    case .sign: SignTest.about.title
    case .friedman: FriedmanTest.about.title
    case .conover: OccasionComparisons.about.title
    case .nemenyi: OccasionComparisons.nemenyi.title
    case .repeatedMeasuresANOVA: RepeatedMeasuresANOVA.about.title
    case .pairedTs: PairedComparisons.about.title
    case .wilcoxonPairs: SignedRankComparisons.about.title
    case .mcNemar: McNemarTest.about.title
    case .mcNemarPairs: McNemarComparisons.about.title
    case .cochranQ: CochranQ.about.title
    }
  }
}

/// How the groups look against what tests suppose; it describes, and no test waits for it.
struct AssumptionTables {
  let data: SeveralGroups

  var tables: [Table] { [shapes, spreads] }

  private var shapes: Table {
    Table(
      "shapes", title: "Shape of each group",
      columns: [
        .group, .cases, Column("skewness", "skew", .number), .statistic.labelled("Shapiro-Wilk W"),
        .pValue,
      ],
      rows: data.groups.map { group in
        let skew = Descriptives().skewness(of: group.values)
        let start: [Cell] = [.text(group.name), .count(group.values.count), skew.cell]
        do {
          let found = try ShapiroWilk().apply(to: group.values)
          return start + [.real(found.w), .real(found.pValue)]
        } catch {
          return start + Array(repeating: .unavailable("\(error)"), count: 2)
        }
      },
      notes: ["A description: no test here waits for it, and none is chosen by it."])
  }

  private var spreads: Table {
    func row(_ name: String, _ find: () throws -> (Double, Int, Cell, Double)) -> [Cell] {
      do {
        let found = try find()
        return [.text(name), .real(found.0), .count(found.1), found.2, .real(found.3)]
      } catch {
        return [.text(name)] + Array(repeating: .unavailable("\(error)"), count: 4)
      }
    }
    func levene(_ centre: LeveneTest.Centre, _ name: String) -> [Cell] {
      row(name) {
        var test = LeveneTest()
        test.centre = centre
        let found = try test.apply(to: data)
        return (found.f, found.degreesOfFreedom, .count(found.errorDegrees), found.pValue)
      }
    }
    return Table(
      "spreads", title: "Whether groups vary alike",
      columns: [
        Column("test", "test", .text), .statistic, .degreesOfFreedom, .degreesOfFreedomError,
        .pValue,
      ],
      rows: [
        levene(.median, "Brown-Forsythe (median)"), levene(.mean, "Levene (mean)"),
        row("Bartlett") {
          let found = try BartlettTest().apply(to: data)
          return (
            found.chiSquare, found.degreesOfFreedom, .unavailable("chi-square has one"),
            found.pValue
          )
        },
      ])
  }
}

extension FamilyCorrection: ExpressibleByArgument {}
extension BoundsUnit: ExpressibleByArgument {}
extension NonInferiorityTest.Better: ExpressibleByArgument {}

extension FactorialANOVA.SumOfSquares: ExpressibleByArgument {}

extension Catalogue {
  /// Draft, not checked by a Welsh speaker.
  ///
  /// The words that always work (`skip`, `back`, …) and the keys are the same in every language.
  public static let welsh = Catalogue(
    language: "cy", isDraft: true,
    texts: [
      // Answers
      .doesNotApply: "Ddim yn berthnasol i mi",
      .notSure: "Dydw i ddim yn gwybod",
      .preferNotToSay: "Byddai'n well gen i beidio â dweud",
      .noAnswer: "Dim ateb",
      .answerNotKept: "Heb ei gadw",
      .currentAnswer:
        "Eich ateb nawr: {answer}. Pwyswch Enter i'w gadw, neu teipiwch skip i'w adael yn wag.",
      .months:
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd "
        + "Rhagfyr",

      // Welcome
      .welcome:
        "Gallwch hepgor unrhyw gwestiwn, mynd yn ôl, cymryd hoe, neu stopio. Does dim rhaid rhoi "
        + "rheswm.",
      .wordsThatWork: "Mae'r geiriau hyn yn gweithio bob amser. Teipiwch un a phwyso Enter:",
      .wordSkip: "skip: gadael y cwestiwn hwn yn wag",
      .wordBack: "back: mynd i'r cwestiwn blaenorol (b)",
      .wordPause: "pause: cymryd hoe (p)",
      .wordStop: "stop: gorffen yma, a dweud beth sy'n digwydd i'ch atebion (x)",
      .wordWhy: "why: beth yw ystyr cwestiwn a pham mae'n cael ei ofyn (?)",
      .wordSupport: "support: llinellau cymorth a lle i droi (h)",
      .wordAgain: "again: darllen hwn unwaith eto (r)",
      .wordHelp: "help: dangos y rhestr hon",
      .wordHide: "hide: clirio'r sgrin hon; mae show yn dod â hi yn ôl",
      .helpGiven:
        "Mae rhywun gyda chi i ddarllen yn uchel neu i deipio. Chi biau'ch atebion: chi sy'n eu "
        + "dewis. Cofnodir eich bod wedi cael help, a dim byd arall am hynny.",
      .howToAnswer:
        "I ateb, teipiwch y rhif wrth ymyl eich ateb a phwyso Enter. Mae llythrennau cyntaf ateb "
        + "yn gweithio hefyd.",
      .pressEnterToGoOn: "Pwyswch Enter i fynd ymlaen.",
      .practiceKeptApart:
        "YMARFER (PRACTICE): mae'r atebion hyn yn cael eu cadw ar wahân, a dydyn nhw byth yn cael "
        + "eu cyfrif.",
      .practiceNothingSaved: "YMARFER (PRACTICE): does dim yn cael ei gadw.",

      // Before the questions
      .roleQuestion: "Pa gwestiynau hoffech chi eu cael?",
      .roleForTodayQuestion: "Pa rai hoffech chi eu hateb heddiw?",
      .information: "Darllenwch hwn yn gyntaf, os gwelwch yn dda",
      .taking: "Cymryd rhan",
      .wantsToTakePart: "Rydw i eisiau cymryd rhan.",
      .doYouAgree: "Hoffech chi gymryd rhan?",
      .notToday: "Ddim heddiw",
      .readAgain: "Ei ddarllen eto",
      .haveQuestion: "Mae gen i gwestiwn",
      .askContact: "Gallwch ofyn i: {contact}.",
      .askWhoever: "Gallwch ofyn i'r person a ddywedodd wrthych am y cwestiynau hyn.",
      .lengthTitle: "Faint i'w ateb",
      .lengthQuestion:
        "Faint hoffech chi ei ateb? Gallwch newid hyn yn nes ymlaen: teipiwch pause, yna f.",
      .lengthFull: "Y cyfan: tua {questions} cwestiwn, {time}",
      .lengthForm: "{title}: tua {questions} cwestiwn, {time}",
      .oneMinute: "1 funud",
      .severalMinutes: "{minutes} munud",
      .lengthPartByPart: "Dewis fesul rhan",

      // Parts
      .part: "Rhan {number} o {total}: {title}",
      .gate: "Y rhan nesaf yw: {title}. Hoffech chi ei gweld?",
      .yes: "Ie",
      .noSkipPart: "Na, hepgor y rhan hon",
      .no: "Na",
      .howToGoOn: "Sut hoffech chi fynd ymlaen?",
      .carryOn: "Parhau",
      .skipPart: "Hepgor y rhan hon",
      .seeSupport: "Gweld ble i gael cymorth",
      .stop: "Stopio",
      .checkIn: "Gall y rhan honno fod yn anodd.",
      .haveBreak: "Cymryd hoe",
      .easierPart: "Neidio i ran haws",

      // Hints
      .hintNumber: "Teipiwch rif.",
      .hintNumberFrom: "Teipiwch rif o {low} i {high}.",
      .hintNumberFromLabels: "Teipiwch rif o {low} ({left}) i {high} ({right}).",
      .hintNumberAtLeast: "Teipiwch rif, {low} neu fwy.",
      .hintNumberAtMost: "Teipiwch rif, {high} neu lai.",
      .hintUnit: "{hint} Cyfrwch mewn {unit}.",
      .hintSeveral: "Gallwch ddewis mwy nag un: teipiwch y rhifau gyda chomas, fel {example}.",
      .hintSeveralAtMost:
        "Gallwch ddewis hyd at {most}: teipiwch y rhifau gyda chomas, fel {example}.",
      .hintDay: "Teipiwch ddyddiad, fel 5 Mawrth 2026 neu 5/3/2026.",
      .hintMonth: "Teipiwch fis, fel Mawrth 2026 neu 3/2026.",
      .hintYear: "Teipiwch flwyddyn, fel 2026.",
      .hintLine: "Teipiwch eich ateb yn eich geiriau eich hun, yna pwyswch Enter.",
      .hintLines:
        "Teipiwch eich ateb yn eich geiriau eich hun. Ar ôl gorffen, teipiwch atalnod llawn ar "
        + "linell ar ei ben ei hun.",
      .hintReason: "Neu teipiwch y geiriau uchod.",
      .hintMoreLines:
        "Ewch ymlaen, neu teipiwch atalnod llawn ar linell ar ei ben ei hun ar ôl gorffen.",
      .hintOwnWords:
        "Gallwch ddweud mwy yn eich geiriau eich hun, neu bwyso Enter i'w adael fel y mae.",

      // When a line is not understood
      .notUnderstood:
        "Mae'n ddrwg gen i, doeddwn i ddim yn deall hynny. Gallwch deipio {what}.",
      .typeRange: "{low} i {high}",
      .typeNumber: "rhif",
      .typeNumberFrom: "rhif o {low} i {high}",
      .typeNumberAtLeast: "rhif, {low} neu fwy",
      .typeNumberAtMost: "rhif, {high} neu lai",
      .typeSeveral: "rhifau gyda chomas",
      .typeUpTo: "hyd at {most} o rifau gyda chomas",
      .typeDay: "dyddiad fel 5 Mawrth 2026",
      .typeMonth: "mis fel Mawrth 2026",
      .typeYear: "blwyddyn fel 2026",
      .typeWords: "eich geiriau eich hun",
      .typeEntry: "rhif ateb",
      .typeHelp: "help",
      .or: "neu",
      .pressEnter: "dim ond pwyso Enter",
      .controlCharacters:
        "Mae'n ddrwg gen i, roedd bysell yn hwnnw na allaf ei chadw. Teipiwch ef eto gyda "
        + "llythrennau, rhifau ac arwyddion yn unig.",
      .notText: "Mae'n ddrwg gen i, allwn i ddim darllen hwnnw fel testun. Teipiwch ef eto.",
      .firstQuestion: "Dyma'r cwestiwn cyntaf, felly does dim byd i fynd yn ôl ato.",
      .nothingToSkip: "Does dim byd i'w hepgor yma. Gallwch deipio {what}.",

      // Interludes
      .helpTitle: "Beth allwch chi ei deipio",
      .supportTitle: "Ble i gael cymorth",
      .pressEnterToReturn: "Pwyswch Enter i fynd yn ôl i'r lle roeddech chi.",
      .whyTitle: "Am y cwestiwn hwn",
      .noWhy: "Does dim mwy i'w ddweud am y cwestiwn hwn. Gallwch ei hepgor os hoffech chi.",
      .askSkip: "Hoffech chi hepgor hwn?",
      .yesSkip: "Ie, ei hepgor",
      .noShowAgain: "Na, ei ddangos eto",
      .askWord: "Ai \"{typed}\" yw eich ateb, neu ydych chi eisiau {want}?",
      .itIsMyAnswer: "Fy ateb i yw hwn",
      .iWantTo: "Rydw i eisiau {want}",
      .wantSkip: "hepgor y cwestiwn hwn",
      .wantBack: "mynd yn ôl",
      .wantPause: "cymryd hoe",
      .wantStop: "stopio",
      .wantWhy: "gwybod mwy am y cwestiwn",
      .wantSupport: "gweld ble i gael cymorth",
      .wantAgain: "darllen hwn unwaith eto",
      .wantHelp: "gweld beth y gellir ei deipio",
      .wantHide: "cuddio'r sgrin hon",
      .askAgain:
        "Fe wnaethoch chi deipio {number}. Os yw hynny'n iawn, pwyswch Enter. Os nad yw, teipiwch "
        + "y rhif eto.",
      .pauseTitle: "Wedi oedi",
      .pause: "Rydych chi wedi oedi. Cymerwch gymaint o amser ag sydd ei angen arnoch.",
      .safeSoFar: "Mae eich atebion hyd yma yn ddiogel ar y cyfrifiadur hwn.",
      .safeButForSome:
        "Mae eich atebion hyd yma yn ddiogel ar y cyfrifiadur hwn, heblaw'r rhai sy'n cael eu cadw ar "
        + "wahân i'r lleill neu i chi eich hun yn unig.",
      .notSavedInPractice: "Ymarfer: does dim yn cael ei gadw.",
      .nothingSavedYet: "Does dim wedi'i gadw eto.",
      .comeBack: "Cadw fy lle a dod yn ôl ar ddiwrnod arall",
      .beforeYouGoTitle: "Cyn i chi fynd",
      .beforeYouGoApart:
        "Does gan yr hyn a atebwyd gennych i'w gadw ar wahân ddim cysylltiad â chi, felly all e ddim "
        + "aros yma nes i chi ddod yn ôl. Gall fynd i'w ffeil ei hun nawr, neu gael ei adael allan.",
      .beforeYouGoOwn:
        "Dyw'r hyn a ysgrifennoch i chi eich hun yn unig ddim yn cael ei gadw yn unman, felly bydd "
        + "wedi mynd pan ddewch yn ôl. Mae'n cael ei ddangos yma er mwyn i chi allu ei ysgrifennu.",
      .carryOnForNow: "Mynd ymlaen am y tro",
      .comeBackPuttingApart:
        "Ei roi yn ei ffeil ei hun, a chadw fy lle: ar ôl hynny ni ellir ei newid na'i ddileu",
      .comeBackWithout: "Ei adael allan, a chadw fy lle",
      .alreadyApart: "Eisoes wedi'i gadw ar wahân",
      .alreadyApartHere:
        "Aethoch heibio'r cwestiwn hwn cyn eich hoe. Mae ateb iddo eisoes wedi'i gadw ar wahân, felly "
        + "ni ellir ei ddangos na'i newid yma.",
      .stopNow: "Stopio nawr",
      .helplines: "Llinellau cymorth",
      .changeLength: "Newid faint rydw i'n ei ateb",
      .stopTitle: "Stopio",
      .stopThanks:
        "Rydych chi wedi dewis stopio. Mae hynny'n iawn. Diolch am yr hyn rydych chi wedi'i rannu.",
      .stopBeforeAgreeing: "Mae hynny'n iawn. Does dim wedi'i gadw.",
      .stopQuestion: "Beth hoffech chi i ni ei wneud â'ch atebion hyd yma?",
      .keep: "Eu cadw",
      .delete: "Eu dileu",
      .showFirst: "Dangos fy atebion i mi yn gyntaf",
      .mistake: "Pwysais hwn ar ddamwain",
      .noAnswersYet: "Does dim atebion eto.",
      .welcomeBackTitle: "Croeso'n ôl",
      .welcomeBack: "Mae gennych atebion yma o'r blaen. Beth hoffech chi ei wneud?",
      .welcomeBackFrom: "Mae gennych atebion yma o {date}. Beth hoffech chi ei wneud?",
      .startAgain: "Dechrau eto, a dileu'r atebion hynny",
      .deleteThose: "Dileu'r atebion hynny a stopio",
      .hidden: "Mae'r sgrin hon wedi'i chuddio. I fynd ymlaen, teipiwch show a phwyso Enter.",
      .hiddenSoon:
        "Cymerwch eich amser. Ymhen munud bydd y sgrin hon yn ei chuddio ei hun; does dim yn cael "
        + "ei golli. Pwyswch unrhyw fysell i'w chadw.",

      // The end
      .reviewTitle: "Eich atebion",
      .reviewPrompt:
        "Teipiwch rif ateb i'w newid neu ei adael yn wag. Pwyswch Enter i gadw eich atebion a mynd "
        + "ymlaen.",
      .debriefTitle: "Diolch",
      .withdrawalCode:
        "Eich cod yw: {code}. Cadwch ef yn ddiogel. Gydag ef gallwch ofyn i ni ddileu eich "
        + "atebion.",
      .withdrawalCodeUntil:
        "Eich cod yw: {code}. Cadwch ef yn ddiogel. Gydag ef gallwch ofyn i ni ddileu eich atebion "
        + "tan {date}.",
      .copyQuestion: "Hoffech chi weld copi o'ch atebion?",
      .noThanks: "Na, dim diolch",
      .copyTitle: "Eich copi eich hun",
      .copyNote:
        "Ar y sgrin hon yn unig mae'r copi hwn. Os byddwch yn ei ysgrifennu neu'n ei gadw, cadwch "
        + "ef yn rhywle rydych chi'n ymddiried ynddo.",
      .thanksForTime: "Diolch am eich amser.",
      .farewell: "Byddwch yn garedig wrthych chi'ch hun heddiw.",
      .declined: "Mae hynny'n iawn. Diolch am eich amser. Does dim wedi'i gadw.",
      .deleted: "Mae eich atebion wedi'u dileu. Diolch am eich amser.",
      .paused: "Mae eich lle wedi'i gadw. Diolch am yr hyn rydych chi wedi'i rannu hyd yma.",
      .setAside:
        "Mae eich atebion hyd yma wedi'u rhoi o'r neilltu. Dydyn nhw ddim yn cael eu defnyddio, a "
        + "byddan nhw'n cael eu dileu ar ôl {days} diwrnod oni bai eich bod yn dod yn ôl.",
      .notSetAside:
        "Ni chafodd yr hyn a atebwyd gennych i'w gadw ar wahân, neu i chi eich hun yn unig, ei gadw.",
      .resumeCodeFirst:
        "Os bydd rhywbeth yn torri ar eich traws, gallwch ddod yn ôl i'ch lle gyda'r cod hwn: "
        + "{code}. Efallai yr hoffech ei ysgrifennu.",
      .resumeCode: "I ddod yn ôl i'ch lle, defnyddiwch y cod hwn: {code}.",
      .savingFailed:
        "Mae'n ddrwg gen i, allwn i ddim cadw eich ateb diweddaraf ar y cyfrifiadur hwn. Nid "
        + "oherwydd unrhyw beth a wnaethoch chi y mae hyn. Dywedwch wrth y person a ofynnodd y "
        + "cwestiynau hyn i chi.",
      .cannotBegin:
        "Mae'n ddrwg gen i, ni ellir dangos y cwestiynau hyn ar y cyfrifiadur hwn ar hyn o bryd. Nid "
        + "oherwydd unrhyw beth a wnaethoch chi y mae hyn. Dywedwch wrth y person a ofynnodd i chi.",
      .practiceEnd: "Ymarfer oedd hyn.",

      // Faces
      .yourAnswer: "Eich ateb:",
      .moreAbove: "(rhagor uchod: Page Up)",
      .moreBelow: "(rhagor isod: Page Down)",
      .keysThatWork:
        "Mae'r saethau yn dewis, Enter yn cadarnhau, Esc yn cuddio'r sgrin ar unwaith.",
      .plainLines: "Gyda darllenydd sgrin neu ddangosydd braille: teipiwch plain a phwyso Enter.",
      .pressEnterToClose: "Pwyswch Enter i gau a chlirio'r sgrin hon.",
      .placeholder: "[{name}]",

      // Ar bapur
      .paperVersion: "Fersiwn {version}: {status}",
      .paperHow: "Sut i lenwi hwn",
      .paperHowBlank: "Cewch adael unrhyw gwestiwn yn wag. Does dim angen rheswm.",
      .paperHowTick:
        "I ateb, ticiwch flwch. Os newidiwch eich meddwl, croeswch y tic hwnnw allan a thicio blwch "
        + "arall.",
      .paperHowBreak: "Cewch gymryd seibiant, neu stopio, pryd bynnag y mynnwch.",
      .paperHowScreen:
        "Ysgrifennwyd rhai o'r geiriau ar gyfer sgrin. Lle maen nhw'n dweud wrthych am bwyso bysell, "
        + "edrychwch o dan \"{support}\" ar y tudalennau hyn yn lle hynny.",
      .paperHowCodes:
        "I'r tîm, sy'n teipio'r atebion, y mae'r llythrennau a'r rhifau bach wrth y blychau.",
      .paperNumber: "Rhif y ffurflen hon (y tîm sy'n ei ysgrifennu):",
      .paperConsent: "Ticiwch yr hyn rydych yn cytuno ag ef. Does dim angen llofnodi.",
      .paperConsentNeeded: "Mae angen dweud ie i hyn i gymryd rhan.",
      .paperConsentFree: "Cewch adael hwn allan a chymryd rhan o hyd.",
      .paperDecline:
        "Os byddai'n well gennych beidio â chymryd rhan, stopiwch yma. Mae hynny'n iawn.",
      .paperTickOne: "Ticiwch un blwch.",
      .paperTickAny: "Ticiwch gynifer o flychau ag y mynnwch.",
      .paperTickUpTo: "Ticiwch hyd at {most} o flychau.",
      .paperWriteNumber: "Ysgrifennwch rif.",
      .paperWriteNumberFrom: "Ysgrifennwch rif o {low} i {high}.",
      .paperWriteNumberFromLabels:
        "Ysgrifennwch rif o {low} ({left}) i {high} ({right}).",
      .paperWriteNumberAtLeast: "Ysgrifennwch rif, {low} neu fwy.",
      .paperWriteNumberAtMost: "Ysgrifennwch rif, {high} neu lai.",
      .paperUnit: "{hint} Cyfrwch mewn {unit}.",
      .paperDay: "Ysgrifennwch y dydd, y mis a'r flwyddyn.",
      .paperMonth: "Ysgrifennwch y mis a'r flwyddyn.",
      .paperYear: "Ysgrifennwch y flwyddyn.",
      .paperOwnWords: "Ysgrifennwch yn eich geiriau eich hun.",
      .paperMoreWords: "Cewch ddweud mwy yn eich geiriau eich hun:",
      .paperBefore: "Cyn y rhan hon",
      .paperAlternative: "Cewch adael y rhan hon allan. Os hoffech wneud hynny, {onward}.",
      .paperBreak: "Cymerwch seibiant os hoffech un.",
      .paperYes: "Ie. Ewch ymlaen gyda chwestiwn {number}.",
      .paperLeaveOut: "Na. Wedyn {onward}.",
      .paperQuestionIf:
        "Os ydych wedi {condition}, atebwch gwestiwn {number}. Fel arall, {onward}.",
      .paperQuestionsIf:
        "Os ydych wedi {condition}, atebwch gwestiynau {first} i {last}. Fel arall, {onward}.",
      .paperPartIf: "Os ydych wedi {condition}, atebwch y rhan hon. Fel arall, {onward}.",
      .paperGoOnTo: "ewch ymlaen i gwestiwn {number}",
      .paperGoOnToPart: "ewch ymlaen i {title}",
      .paperAnswersTo: "Atebion i gwestiynau {first} i {last}:",
      .paperEarlier: "(eich ateb i gwestiwn {number})",
      .paperNotKept: "Ni chedwir yr ateb hwn.",
      .paperOwnCopy: "I chi eich hun y mae'r ateb hwn. Ni chaiff ei gadw.",
      .paperApart:
        "Cedwir yr ateb hwn ar wahân i'ch atebion eraill, heb gyswllt rhyngddynt. Ysgrifennwch ef ar "
        + "ddalen ei hun.",
      .paperRole: "I bobl sy'n dweud: {role}",
      .paperReviewed: "Adolygwyd gan {panel}.",
      .paperNotReviewed: "Heb ei adolygu eto gyda phobl sydd â phrofiad personol.",

      // Amodau mewn geiriau
      .shownTo: "Dangosir hyn i bobl sydd wedi {condition}.",
      .ifAnswered: "ateb cwestiwn {number}",
      .ifNotAnswered: "peidio ag ateb cwestiwn {number}",
      .ifIs: "ateb {answers} i gwestiwn {number}",
      .ifIsNot: "rhoi ateb arall na {answers} i gwestiwn {number}",
      .ifAtLeast: "ateb {bound} neu fwy i gwestiwn {number}",
      .ifAtMost: "ateb {bound} neu lai i gwestiwn {number}",
      .ifMoreThan: "ateb mwy na {bound} i gwestiwn {number}",
      .ifLessThan: "ateb llai na {bound} i gwestiwn {number}",
      .ifIncludes: "dewis {answers} yng nghwestiwn {number}",
      .ifExcludes: "ateb cwestiwn {number} heb ddewis {answers}",
      .ifRole: "dewis ateb fel {answers}",
      .ifNotRole: "dewis peidio ag ateb fel {answers}",
      .ifForm: "dewis y {answers}",
      .ifNotForm: "peidio â dewis y {answers}",
      .ifBothRoles: "dweud bod y ddwy rôl yn wir",
      .ifNotBothRoles: "peidio â dweud bod y ddwy rôl yn wir",
      .ifHelped: "cael help rhywun i ateb",
      .ifNotHelped: "ateb heb help",
      .ifBoth: "gwneud y cwbl: {list}",
      .ifEither: "naill ai {list}",
      .listAnd: "{list} a hefyd {last}",
      .listOr: "{list} neu {last}",
      .quoted: "\u{201C}{words}\u{201D}",
    ])
}

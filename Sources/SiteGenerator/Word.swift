/// The words that Swift puts into pages, by their keys in `Templates/words/`; the headings of the
/// frames have keys of their own there.
enum Word: String, CaseIterable, Sendable {
  case headAbout, headAddressed, headClaims, headEvents, headEventsHere, headFigures, headNamedIn,
    headPassages, headQuotations, headSaid, headVersions
  case navActors, navArticles, navEvents, navLocations, navQuotations
  case factAsActor, factAsPlace, factAuthor, factCountry, factDuration, factFile, factGeonames,
    factHash, factInThisDossier,
    factKind, factLanguage, factOriginal, factPartOf, factPosition, factPrecision, factPublished,
    factPublisher, factStatus, factToldBy, factTranslation, factType, factWhen, factWhere,
    factWikidata
  case chainFirst, chainNext
  case attributionAutomatic, attributionEditor, attributionNone
  case dateByEditor, dateUnknown
  case gapDate, gapFigure, gapNoFigure, gapParticipants, gapPlace, gapPublished, gapPublisher,
    gapSpeaker
  case figureHowMany, figureWhat, figureWho
  case reviewAccepted, reviewConflict, reviewWorkNeeded
  case legendAlleged, legendAllegedText, legendContested, legendContestedText, legendEditor,
    legendEditorText, legendOpen, legendOpenText, legendStated, legendStatedText
  case bannerDamaged, bannerMachine, bannerMachineTitle
  case translatedHuman, translatedMachine, translatedUnknown
  case coverage, coverageNoPublisher, coverageSomeUnknown
  case about, allEvents, allegedBy, allQuotations, allQuotationsOf, allSources, articleVoice,
    articleVoiceTitle, asOf, asideLabel, byEditor, citePage, codePoints, conditional, contentsLabel,
    contested, continues, countryUnknown, countryUnknownGroup, crumbsLabel, damaged, editorNote,
    eventPeriod, hashNote, inContext, inSource, machineTranslated, machineTranslatedShort,
    notAnalyzed,
    mergeReasons, namedIn, onlyNamed, pageOf, pagesLabel, placeStatus, placeUnresolved, plainText,
    publishedUnknown,
    publisherUnknown, publisherUnknownShort, quantityUnknown, quotationLabel, speakerUnknown,
    statedInText, statusBy, thisEvent, times, undated, undatedArticles, undatedGroup, untitled,
    wholeList
  case navVersions, headCompared, versionsNone, allStatements, allVersions, matterLine,
    sideText, sideEditor, sideArticles, articlesTell, otherVersion,
    otherVersionNone, unnamedSource
  case update, accountAgree, accountDiffer, accountUpdate, accountSource, accountStatus,
    accountWhen, accountWhere,
    accountWho, accountFigures, aspectStatus, aspectDate, aspectPlaces, aspectParticipants, statusIn
  case coverageTitle, coverageOf, coverageOfIntro, coverageShare, coverageAll,
    coverageTotal, coverageSentences, coverageCarrying, coverageQuota, factCoverage
  case reviewTitle, reviewNone
  case headMap, mapTitle, mapPlaces, mapPlace, mapDescription, disputedStatus, mapDisputed,
    mapLines, mapRings, mapBeyond, mapSource, mapAlone, mapMore, mapAll, mapSummary, mapNone,
    kilometres, mapDisputedShort, mapDisputedIn, mapSourceShort, mapHow
  case mapLegendDot, mapLegendRing, mapLegendCountry, mapLegendHatch, mapLegendLine,
    mapLegendNames, mapLegendProjection
  case navTimeline, timelineOfYear, timelineMain, timelineLabel, timelineAll, timelineYears,
    monthUnknown, axisCut, axisGap, shapeDay, shapeLasting, shapePossible, shapeSeveral,
    shapeArrow, shapeBand
  case filterOpen, filterLabel, filterType, filterActor, filterPlace, filterArticle, filterAny,
    filterReset
  case navNetwork, networkNone, networkAll, networkSome, networkLabel, tieWho, tieEvidence, tieMore,
    tieOthers, allTies
  case searchTitle, searchDescription, searchArticles
  case cite, citeTitle, citeSummary, citeInPlace, citeData, citeUnattributed, citeUnknownDate,
    citeUnknownAuthor, citeCharacters, citeHash, citeTold, citeAutomatic, citeEditor, citeDamaged,
    citeMachine, citeHeading
  case quotationsBySpeaker, quotationsByEvent, quotationsByDate, quotationsByEventTitle,
    quotationsByDateTitle, quotationsByDateSummary, quotationsOfNoEvent, viewsLabel, introducedBy
  case percent, percentUnderOne, shareSpeaker, shareParty, shareNoParty, shareOf
  case readingTitle, readingLink, legendSign, legendMeaning, legendExample, legendStatedExample,
    legendAllegedExample, legendContestedExample, legendEditorExample, legendOpenExample
  case methodTitle, methodSpeakerBasis, methodDateBasis, methodResolution, methodMentions,
    methodMerge
  case codebookTitle, codebookCode, codebookRoles, codebookClaims
  case namesTitle, namesNone, namesAbbreviations, namesAlso
  case changesTitle, changesNone, correction, correctionOf
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/sentences.h"

#include "views/theme/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace supernode {
namespace {

// Sentences, then parts of them; the narrower pattern stands before the wider one.
constexpr const char* patterns[] = {
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: a %2 can send %3 GB/s"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: a %2 can receive %3 GB/s"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: the %2 can send %3 GB/s"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: the %2 can receive %3 GB/s"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: a %2 can send %3 GB/s %4"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: a %2 can receive %3 GB/s %4"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: the %2 can send %3 GB/s %4"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links of %1 are full: the %2 can receive %3 GB/s %4"),
    QT_TRANSLATE_NOOP("ModelSentence",
                      "Faster or more links at the %1 would move it; more second-tier bandwidth would not"),
    QT_TRANSLATE_NOOP("ModelSentence", "Faster or more links at the %1 would move it"),
    QT_TRANSLATE_NOOP("ModelSentence", "The link of %1 in the %2 is full: it carries %3 GB/s each way"),
    QT_TRANSLATE_NOOP("ModelSentence", "The links between %1 and %2 are full %3"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 of %2 %3 join the pair that ends last"),
    QT_TRANSLATE_NOOP("ModelSentence", "Bringing the others back would move it"),
    QT_TRANSLATE_NOOP("ModelSentence", "The one that holds the last flow runs at %1 GB/s"),
    QT_TRANSLATE_NOOP("ModelSentence", "Its full rate would move it"),
    QT_TRANSLATE_NOOP("ModelSentence", "More or faster links to the second tier would move it"),
    QT_TRANSLATE_NOOP("ModelSentence", "Faster links would move it"),
    QT_TRANSLATE_NOOP("ModelSentence",
                      "Most of the time passes before the last stage sends its first byte: %1"),
    QT_TRANSLATE_NOOP(
        "ModelSentence",
        "Most of the time passes before the first byte: software at the far end and switch hops"),
    QT_TRANSLATE_NOOP("ModelSentence", "Fewer hops would move it; faster links could save at most %1 %"),
    QT_TRANSLATE_NOOP(
        "ModelSentence",
        "Most of the time passes without bytes, most of that in %1: %2; faster links could save "
        "at most %3 %"),
    QT_TRANSLATE_NOOP("ModelSentence", "The largest part of %1, %2 %, is %3"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 would move it most"),
    QT_TRANSLATE_NOOP(
        "ModelSentence",
        "Prefill instances would be the first to fall behind, at %1 requests a second; they now "
        "get %2 % of that"),
    QT_TRANSLATE_NOOP("ModelSentence",
                      "Decode instances would be the first to fall behind, at %1 requests a second; they now "
                      "get %2 % of that"),
    QT_TRANSLATE_NOOP("ModelSentence", "A faster one would move it"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 has %2, not %3 in all"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 has %2, not %3"),
    QT_TRANSLATE_NOOP("ModelSentence", "a rank lacks %1 GB"),
    QT_TRANSLATE_NOOP("ModelSentence", "A lower bound: %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "An upper bound: %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 publishes no latency"),
    QT_TRANSLATE_NOOP("ModelSentence", "no start-up of collectives is published for %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 multiplies no 4-bit numbers"),
    QT_TRANSLATE_NOOP("ModelSentence", "Nothing is sent"),
    QT_TRANSLATE_NOOP("ModelSentence", "Nothing is computed"),
    QT_TRANSLATE_NOOP("ModelSentence", "each %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "in every plane"),
    QT_TRANSLATE_NOOP("ModelSentence", "in plane %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "in planes %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "a step of decode"),
    QT_TRANSLATE_NOOP("ModelSentence", "a pass of prefill"),
    QT_TRANSLATE_NOOP("ModelSentence", "a training step"),
    QT_TRANSLATE_NOOP("ModelSentence", "Faster matrix units"),
    QT_TRANSLATE_NOOP("ModelSentence", "Faster links"),
    QT_TRANSLATE_NOOP("ModelSentence", "A faster HBM"),
    QT_TRANSLATE_NOOP("ModelSentence", "A faster network for it"),
    QT_TRANSLATE_NOOP("ModelSentence", "A shorter launch"),
    QT_TRANSLATE_NOOP("ModelSentence", "A shorter one"),
    QT_TRANSLATE_NOOP("ModelSentence", "A shorter start-up of the kernel"),
    QT_TRANSLATE_NOOP("ModelSentence", "A larger global batch"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 of its %2"),
    QT_TRANSLATE_NOOP("ModelSentence", "power over that of %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "From the launch until the last rank has the result, by %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "Auto chose %1 with %2; the others would take: %3"),
    QT_TRANSLATE_NOOP("ModelSentence", "Algorithm bandwidth x %1 for n ranks, the factor of nccl-tests: what "
                                       "a link would carry without a reduction in the switch"),
    QT_TRANSLATE_NOOP("ModelSentence", "As published: %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "Derived: %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "An assumption: %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "Full load is the published %1 (%2), others say %3"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 of %2 chips work; the idle ones are counted as well"),
    QT_TRANSLATE_NOOP("ModelSentence", "What the fullest rank holds, of stage %1: weights, gradients, the "
                                       "optimizer's numbers, and rows kept for the backward pass"),
    QT_TRANSLATE_NOOP("ModelSentence", "Throughput divided by the number of %1 that are up"),
    QT_TRANSLATE_NOOP(
        "ModelSentence",
        "From arrival to the end of its prefill pass, waiting included: %1 of the requests take no longer"),
    QT_TRANSLATE_NOOP("ModelSentence", "From the first token to the last, transfer and waiting for room "
                                       "included, over the tokens: %1 of the requests take no longer"),
    // What an answer leaves out, and what that means.
    QT_TRANSLATE_NOOP("ModelSentence", "%1 of %2 copper links are longer than %3 m, the longest %4 m"),
    QT_TRANSLATE_NOOP("ModelSentence",
                      "take fibre, or fewer nodes and racks; the numbers hold as if copper reached so far"),
    QT_TRANSLATE_NOOP("ModelSentence", "only language models are placed on chips in an order"),
    QT_TRANSLATE_NOOP("ModelSentence", "the parts change places when one is asked for"),
    QT_TRANSLATE_NOOP("ModelSentence", "this work has no experts on single dies"),
    QT_TRANSLATE_NOOP("ModelSentence", "the copy counts in a dispatch or combine"),
    QT_TRANSLATE_NOOP("ModelSentence", "not every copy of an expert does something"),
    QT_TRANSLATE_NOOP("ModelSentence", "copy between dies that take part, onto one that does not hold it"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 ranks of prefill do not reach their rank of decode"),
    QT_TRANSLATE_NOOP("ModelSentence", "their prompts are taken over by the others"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 has no module that predicts further tokens"),
    QT_TRANSLATE_NOOP("ModelSentence", "it decodes one token a step; give null"),
    QT_TRANSLATE_NOOP("ModelSentence", "no start-up of collectives is published for %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "it is left out, so small messages take longer than this"),
    QT_TRANSLATE_NOOP("ModelSentence", "no rate of %1 for FP8 is published: its rate for INT8 stands in"),
    QT_TRANSLATE_NOOP("ModelSentence", "take the result as one with numbers of 8 bits, or give int8"),
    QT_TRANSLATE_NOOP("ModelSentence", "this work spreads every transfer over all planes"),
    QT_TRANSLATE_NOOP("ModelSentence", "give spread, or take another workload"),
    QT_TRANSLATE_NOOP("ModelSentence", "the steps of a collective do not adapt to each other"),
    QT_TRANSLATE_NOOP("ModelSentence", "each spreads evenly; give spread, hashed or plane-per-destination"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 publishes no such share"),
    QT_TRANSLATE_NOOP("ModelSentence", "no share of the line rate is published for %1"),
    QT_TRANSLATE_NOOP("ModelSentence", "the line rate is used instead"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 publishes no latency of %2"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 publishes no latency"),
    QT_TRANSLATE_NOOP("ModelSentence", "the time is that of the bytes alone, a lower bound"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 rank is down"),
    QT_TRANSLATE_NOOP("ModelSentence", "%1 ranks are down"),
    QT_TRANSLATE_NOOP("ModelSentence", "the others go on without"),
    QT_TRANSLATE_NOOP("ModelSentence", "Copper draws it less the modules of fibre"),
};

QString translated(const char* pattern) { return QCoreApplication::translate("ModelSentence", pattern); }

// A pattern, and its longest stretch between places: a text without it need not be held against the whole.
struct Pattern {
    QString stretch;
    QRegularExpression expression;
};

Pattern patternOf(const char* pattern) {
    static const QRegularExpression place(QStringLiteral("%\\d")), escaped(QStringLiteral("\\\\%\\d"));
    const QString text = QString::fromUtf8(pattern);
    QString stretch;
    for (const QString& part : text.split(place))
        if (part.size() > stretch.size())
            stretch = part;
    return {stretch, QRegularExpression(QRegularExpression::anchoredPattern(
                         QRegularExpression::escape(text).replace(escaped, QStringLiteral("(.+?)"))))};
}

QString inWords(const QString& text);

// What is known by its pattern; "" where nothing is.
QString byPattern(const QString& text) {
    static const std::vector<Pattern> known = [] {
        std::vector<Pattern> made;
        for (const char* pattern : patterns)
            made.push_back(patternOf(pattern));
        return made;
    }();
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!text.contains(known[i].stretch))
            continue;
        const QRegularExpressionMatch met = known[i].expression.match(text);
        if (!met.hasMatch())
            continue;
        QString said = translated(patterns[i]);
        for (int place = 1; place <= met.lastCapturedIndex(); ++place)
            said.replace(QStringLiteral("%") + QString::number(place), inWords(met.captured(place)));
        return said;
    }
    return {};
}

// "16 dies", "node 3", "products on the matrix units", "168 of its 196".
QString inWords(const QString& text) {
    const QString known = word(text.toStdString());
    if (known != text)
        return known;
    static const QRegularExpression counted(QStringLiteral("^(\\d+) (.+)$"));
    if (const QRegularExpressionMatch met = counted.match(text); met.hasMatch())
        if (const QString what = word(met.captured(2).toStdString()); what != met.captured(2))
            return met.captured(1) + ' ' + what;
    const QString said = byPattern(text);
    return said.isEmpty() ? text : said;
}

} // namespace

QString sentences(const std::string& ofTheModel) {
    const QString text = QString::fromStdString(ofTheModel);
    if (translated(patterns[0]) == QLatin1String(patterns[0]))
        return text; // the language of the model
    static const QRegularExpression end(QStringLiteral("\\.(?: |$)"));
    const QString stop = QCoreApplication::translate("ModelSentence", ". ", "between two sentences");
    QStringList said;
    for (const QString& part : text.split(end, Qt::SkipEmptyParts))
        said << inWords(part);
    return said.join(stop) + stop.trimmed();
}

// Names of metrics begin with a capital where they stand alone.
QString termText(const std::string& ofTheModel) {
    const QString text = QString::fromStdString(ofTheModel), known = inWords(text);
    if (known != text)
        return known;
    const QString name = capitalized(text), asName = inWords(name);
    return asName == name ? text : asName;
}

QString formulaText(const std::string& ofTheModel) {
    static const QRegularExpression sign(QStringLiteral(" x | / | \\+ | - |, and |[(),]"));
    const QString text = QString::fromStdString(ofTheModel);
    if (const QString whole = termText(ofTheModel); whole != text)
        return whole;
    QString said;
    qsizetype from = 0;
    const auto say = [&](const QString& part) {
        const QString name = part.trimmed();
        said += name.isEmpty() ? part : QString(part).replace(name, termText(name.toStdString()));
    };
    for (auto signs = sign.globalMatch(text); signs.hasNext();) {
        const QRegularExpressionMatch met = signs.next();
        say(text.mid(from, met.capturedStart() - from));
        said += met.captured() == QStringLiteral(" x ") ? QStringLiteral(" × ") : met.captured();
        from = met.capturedEnd();
    }
    say(text.mid(from));
    return said;
}

} // namespace supernode

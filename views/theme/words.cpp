// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// One word or several that belong together; "" when the language knows neither them nor each of them. A
// single one that it does not know is a name and stays.
QString knownWords(const QStringList& words) {
    const auto known = [](const QString& text) {
        for (const QString& form : {text, text.toLower()}) // short names begin with a capital
            if (const QString found = QCoreApplication::translate("Model", form.toUtf8().constData());
                found != form)
                return found;
        return QString();
    };
    if (const QString whole = known(words.join(' ')); !whole.isEmpty() || words.size() == 1)
        return whole.isEmpty() ? words.front() : whole;
    QStringList each;
    for (const QString& one : words)
        each << known(one);
    return each.contains(QString()) ? QString() : each.join(' ');
}

// "link node 18 plane 3 l2 7": words and numbers, as the fabric names its parts. Anything else stays as it
// is.
QString partName(const QString& name) {
    QStringList translated, words;
    bool hasNumber = false;
    const QStringList parts = name.split(' ');
    for (qsizetype i = 0; i <= parts.size(); ++i) {
        bool isNumber = false;
        if (i < parts.size())
            parts[i].toInt(&isNumber);
        if (i < parts.size() && !isNumber) {
            words << parts[i];
            continue;
        }
        hasNumber |= isNumber;
        if (!words.isEmpty()) {
            const QString known = knownWords(std::exchange(words, {}));
            if (known.isEmpty())
                return name;
            translated << known;
        }
        if (isNumber)
            translated << parts[i];
    }
    return hasNumber ? translated.join(' ') : name;
}

} // namespace

QString word(const std::string& ofTheModel) {
    const QString whole = QCoreApplication::translate("Model", ofTheModel.c_str());
    return whole.toStdString() == ofTheModel ? partName(whole) : whole;
}

QString pluralWord(const std::string& ofTheModel) {
    const bool hisses = ofTheModel.ends_with('x') || ofTheModel.ends_with("ch");
    return word(ofTheModel + (hisses ? "es" : "s"));
}

QString gradeWord(Grade grade) {
    switch (grade) {
    case Grade::Vendor:
        return tr("vendor");
    case Grade::Paper:
        return tr("paper");
    case Grade::Measured:
        return tr("measured");
    case Grade::Analyst:
        return tr("analyst");
    case Grade::Press:
        return tr("press");
    case Grade::Derived:
        return tr("derived");
    case Grade::Fitted:
        return tr("fitted");
    case Grade::Assumption:
        return tr("assumed");
    case Grade::Modelled:
        break;
    }
    return tr("modelled");
}

QString gradeSentence(Grade grade) {
    switch (grade) {
    case Grade::Vendor:
        return tr("The maker of the machine says so.");
    case Grade::Paper:
        return tr("A paper or technical report says so.");
    case Grade::Measured:
        return tr("Somebody measured it on the machine.");
    case Grade::Analyst:
        return tr("An analyst estimates it.");
    case Grade::Press:
        return tr("The press reports it.");
    case Grade::Derived:
        return tr("Computed from published numbers.");
    case Grade::Fitted:
        return tr("A constant of the model, adjusted to published results.");
    case Grade::Assumption:
        return tr("Nobody published it: an assumption, or a value typed in here.");
    case Grade::Modelled:
        break;
    }
    return tr("The model computes it for this instant.");
}

bool isPublished(Grade grade) { return grade <= Grade::Press; }

QString shortName(const SystemSpec& system) {
    const QString name = QString::fromStdString(system.name);
    const QStringList parts = name.split(' ', Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return name;
    const QString& last = parts.back();
    if (!std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); }))
        return last;
    QString initials;
    for (const QChar c : name)
        if (c.isUpper())
            initials += c;
    return initials + last;
}

QString capitalized(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace supernode

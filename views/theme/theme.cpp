// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include "views/scene/ramp.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>
#include <QVariant>

#include <cmath>

namespace supernode {
namespace {

constexpr const char* property = "supernodeTheme";

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

QColor mix(const QColor& a, const QColor& b, double share) {
    const auto part = [share](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

QPalette paletteOf(const Theme& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.ground);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.text);
    p.setColor(QPalette::PlaceholderText, t.textDim);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.selected);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.hover);
    p.setColor(QPalette::Midlight, t.raised);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.textDim);
    return p;
}

} // namespace

Theme darkTheme() {
    Theme t;
    t.name = "dark";
    t.ground = QColor("#0b0f1a");
    t.panel = QColor("#121828");
    t.raised = QColor("#1b2438");
    t.hover = QColor("#243049");
    t.line = QColor("#242d43");
    t.groove = QColor("#2a3349");
    t.selected = QColor("#22304f");
    t.text = QColor("#e8ecf5");
    t.textDim = QColor("#97a1b5");
    t.textOnAccent = QColor("#0b0f1a");
    t.accent = QColor("#8ab4ff");
    t.cloudMatrix = QColor("#E69F00");
    t.nvl72 = QColor("#56B4E9");
    t.failed = QColor("#e0629f");
    t.failedGround = QColor("#2a1f30");
    t.good = QColor("#4cc79b");
    t.bad = QColor("#f0719f");
    t.phaseTraffic = QColor("#c98c06");
    t.phaseOther = QColor("#5b8bd0");
    return t;
}

Theme lightTheme() {
    Theme t = darkTheme();
    t.name = "light";
    t.ground = QColor("#e9edf4");
    t.panel = QColor("#ffffff");
    t.raised = QColor("#f2f5fa");
    t.hover = QColor("#e4eaf4");
    t.line = QColor("#d3dae6");
    t.groove = QColor("#d3dae6");
    t.selected = QColor("#dfe8fa");
    t.text = QColor("#131a2b");
    t.textDim = QColor("#535e73");
    t.accent = QColor("#1f5fc4");
    t.failed = QColor("#b3246d");
    t.failedGround = QColor("#fbeaf3");
    t.good = QColor("#0b7350");
    t.bad = QColor("#b3246d");
    return t;
}

Theme projectorTheme() {
    Theme t = lightTheme();
    t.name = "projector";
    t.ground = QColor("#ffffff");
    t.raised = QColor("#eef2f8");
    t.line = QColor("#9aa5b8");
    t.groove = QColor("#b4bdcc");
    t.text = QColor("#000000");
    t.textDim = QColor("#3a4253");
    t.scale = 1.2;
    return t;
}

Theme themeNamed(const QString& name) {
    for (const Theme& theme : {lightTheme(), projectorTheme()})
        if (theme.name == name)
            return theme;
    return darkTheme();
}

QColor planeColour(int plane, int planes) {
    const Vec3 c = planeColour(static_cast<std::uint32_t>(plane), static_cast<std::uint32_t>(planes));
    return QColor::fromRgbF(c.x, c.y, c.z);
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

int Theme::px(TextSize size) const { return static_cast<int>(std::lround(static_cast<int>(size) * scale)); }

QFont Theme::font(TextSize size, QFont::Weight weight) const {
    QFont f;
    f.setFamilies({"Inter", "Noto Sans CJK SC", "Noto Sans", "DejaVu Sans"});
    f.setPixelSize(px(size));
    f.setWeight(weight);
    // Hinting rounds every advance to whole pixels: thin spaces vanish and words run together at 11 px.
    f.setHintingPreference(QFont::PreferNoHinting);
    return f;
}

QColor Theme::readable(const QColor& colour) const {
    constexpr double least = 4.5;
    for (int step = 0; step < 20; ++step) {
        const QColor candidate = mix(colour, text, step / 20.0);
        if (contrast(candidate, panel) >= least)
            return candidate;
    }
    return text;
}

void applyTheme(QApplication& application, const Theme& theme) {
    application.setProperty(property, QVariant::fromValue(theme));
    application.setStyle(QStyleFactory::create("Fusion"));
    application.setPalette(paletteOf(theme));
    application.setFont(theme.font(TextSize::Control));
    application.setStyleSheet(styleSheet(theme));
}

Theme currentTheme() {
    const QVariant applied = qApp ? qApp->property(property) : QVariant();
    return applied.canConvert<Theme>() ? applied.value<Theme>() : darkTheme();
}

} // namespace supernode

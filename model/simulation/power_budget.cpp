// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/power_budget.h"

namespace supernode {
namespace {

double valueOf(const std::optional<Fact<Ratio>>& fact, double otherwise) {
    return fact ? fact->value.base() : otherwise;
}

// A part with a stated peak that `over` of them share.
PowerPart part(std::string name, double count, const std::optional<Fact<Power>>& peak, double over,
               const std::optional<Fact<Ratio>>& idle, const char* path) {
    PowerPart p{std::move(name), count, 0, valueOf(idle, 1), 0, Grade::Derived, {}};
    if (!peak)
        return p;
    p.watts = p.stated = peak->value.base() / over;
    p.grade = peak->from.grade;
    p.path = path;
    return p;
}

void scaleDown(PowerBudget& b, double scale) {
    b.scale = scale;
    for (PowerPart* p : {&b.chip, &b.cpu, &b.leaf, &b.spine, &b.module})
        p->watts *= scale;
}

void calibrate(PowerBudget& b, bool chipStated) {
    const double available = b.chosen.power.base() * b.conversion / (1 + b.fans);
    const double stated = b.parts();
    if (stated > available)
        scaleDown(b, available / stated);
    else
        (chipStated ? b.rest : b.chip).watts = (available - stated) / (chipStated ? b.rest : b.chip).count;
}

// At the ends of all cables, were they fibre.
double modulesOfFibre(const SystemSpec& s) {
    if (!s.fabric.linksPerCable || !s.fabric.modulesPerCable)
        return 0;
    const double uplinks = 1.0 * s.planes() * s.spinesPerPlane() *
                           (s.nodes() + 1.0 * s.supernodes() * s.pods() * s.coresPerSpine());
    return uplinks / s.fabric.linksPerCable->value * s.fabric.modulesPerCable->value;
}

} // namespace

std::optional<PowerBudget> powerBudget(const Fabric& fabric) {
    const SystemSpec& s = fabric.system();
    const PowerSpec& p = s.power;
    std::optional<PublishedPower> chosen = chosenPower(s);
    if (!chosen)
        return std::nullopt;
    const auto count = [&](ElementKind kind) { return static_cast<double>(fabric.count(kind)); };
    PowerBudget b;
    b.chosen = std::move(*chosen);
    b.chip = part(s.chip.word, count(ElementKind::Chip), p.chip, 1, p.chipIdle, "power.chip");
    b.cpu = part(s.node.cpuName, count(ElementKind::Cpu), p.cpu, 1, p.cpuIdle, "power.cpu");
    b.leaf = part(s.fabric.leafWord, count(ElementKind::LeafSwitch), p.leaf, 1, p.switchIdle, "power.leaf");
    b.spine = part(s.fabric.spineWord, count(ElementKind::SpineSwitch) + count(ElementKind::CoreSwitch),
                   p.box, s.fabric.spinesPerBox.value, p.switchIdle, "power.box");
    b.module = part("optical module", modulesOfFibre(s), p.module, 1, p.moduleIdle, "power.module");
    b.rest = part("rest of each " + s.node.word, count(ElementKind::Node), {}, 1, {}, "");
    b.transfer = valueOf(p.chipTransfer, 1);
    b.fans = valueOf(p.fans, 0);
    b.conversion = valueOf(p.conversion, 1);
    calibrate(b, p.chip.has_value());
    b.module.count = count(ElementKind::Module); // the published total is that of fibre: copper takes it less
    return b;
}

} // namespace supernode

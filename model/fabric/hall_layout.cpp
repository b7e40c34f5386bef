// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/hall_layout.h"

#include "model/base/arithmetic.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double rackGap = 0.03;    // between neighbours, so that fronts read as separate
constexpr double plinth = 0.12;     // below the lowest slot and above the highest
constexpr double nodeWidth = 0.536; // 19-inch class; the node's published width
constexpr double nodeDepth = 0.90;
constexpr double aboveRacks = 0.3; // of the cable trays
constexpr float proud = 0.012f;    // half depth of what sits on a front

// A cell of a grid on the front of a body: column of columns, and a band between two heights (0 bottom, 1
// top).
Box3 onFront(const Box3& body, double left, double right, double low, double high) {
    const auto lerp = [](float centre, float half, double t) {
        return centre + half * static_cast<float>(2 * t - 1);
    };
    Box3 cell;
    cell.centre = {lerp(body.centre.x, body.half.x, (left + right) / 2),
                   lerp(body.centre.y, body.half.y, (low + high) / 2),
                   body.centre.z + body.half.z + proud / 2};
    cell.half = {body.half.x * static_cast<float>(right - left), body.half.y * static_cast<float>(high - low),
                 proud};
    return cell;
}

// Cell i of n between left and right, with a gap of the given share of the cell on both sides.
Box3 inRow(const Box3& body, int i, int n, double left, double right, double low, double high, double gap) {
    const double width = (right - left) / n;
    return onFront(body, left + width * (i + gap), left + width * (i + 1 - gap), low, high);
}

// A node that is high enough shows three bands: chips, CPUs, leaf switches. A flat tray shows all in one
// line.
bool hasBands(const Box3& node) { return node.half.y > 0.08f; }

} // namespace

HallLayout::HallLayout(const SystemSpec& system)
    : m_system(system), m_computeRacks(system.hall.computeRacks.value),
      m_switchRacks(system.hall.switchRacks.value),
      m_nodesPerRack(ceilDiv(system.nodesPerSupernode(), m_computeRacks)),
      m_boxes(ceilDiv(system.planes() * system.spinesPerPlane() * (system.pods() + system.coresPerSpine()),
                      system.fabric.spinesPerBox.value)) {
    const auto& hall = system.hall;
    const int perRow = ceilDiv(m_computeRacks, hall.rows.value) + ceilDiv(m_switchRacks, hall.rows.value);
    const double aisle = hall.aisle.value.base();
    m_blockWidth = perRow * (hall.rackWidth.value.base() + rackGap) + aisle;
    m_blockDepth = hall.rows.value * (hall.rackDepth.value.base() + aisle);
    const double square = std::sqrt(system.supernodes() * m_blockDepth / m_blockWidth);
    m_columns = std::clamp(static_cast<int>(std::lround(square)), 1, system.supernodes());
}

int HallLayout::rackOfNode(int node) const {
    const int supernode = node / m_system.nodesPerSupernode();
    return supernode * racksPerSupernode() + node % m_system.nodesPerSupernode() / m_nodesPerRack;
}

int HallLayout::rackOfBox(int box) const {
    const int first = box / m_boxes * racksPerSupernode(), local = box % m_boxes;
    return m_switchRacks == 0 ? first + local % m_computeRacks
                              : first + m_computeRacks + local % m_switchRacks;
}

Vec3 HallLayout::block(int supernode) const {
    const int lines = ceilDiv(m_system.supernodes(), m_columns);
    const int column = supernode % m_columns, line = supernode / m_columns;
    return {static_cast<float>((column - (m_columns - 1) / 2.0) * m_blockWidth), 0,
            static_cast<float>(((lines - 1) / 2.0 - line) * m_blockDepth)};
}

Box3 HallLayout::rack(int rackIndex) const {
    const auto& hall = m_system.hall;
    const Vec3 middle = block(rackIndex / racksPerSupernode());
    const int rack = rackIndex % racksPerSupernode();
    const int rows = hall.rows.value;
    const bool compute = rack < m_computeRacks;
    const int computePerRow = ceilDiv(m_computeRacks, rows);
    const int switchPerRow = ceilDiv(m_switchRacks, rows);
    const int perRow = computePerRow + switchPerRow;
    const int ordinal = compute ? rack : rack - m_computeRacks;
    const int row = ordinal / (compute ? computePerRow : switchPerRow);
    const int inRow = ordinal % (compute ? computePerRow : switchPerRow);
    const int before = (computePerRow + 1) / 2; // compute racks left of the switch racks
    const int column = compute ? (inRow < before ? inRow : inRow + switchPerRow) : before + inRow;
    const double pitch = hall.rackWidth.value.base() + rackGap;
    const double depth = hall.rackDepth.value.base();
    const double rowPitch = depth + hall.aisle.value.base();
    Box3 body;
    body.half = {static_cast<float>(hall.rackWidth.value.base() / 2),
                 static_cast<float>(hall.rackHeight.value.base() / 2), static_cast<float>(depth / 2)};
    body.centre = {middle.x + static_cast<float>((column - (perRow - 1) / 2.0) * pitch), body.half.y,
                   middle.z + static_cast<float>(((rows - 1) / 2.0 - row) * rowPitch)};
    return body;
}

float HallLayout::trayHeight() const {
    return static_cast<float>(m_system.hall.rackHeight.value.base() + aboveRacks);
}

Box3 HallLayout::scaleOutLeaf(int supernode) const {
    const Vec3 middle = block(supernode);
    return {{middle.x + static_cast<float>(m_blockWidth / 2), trayHeight(), middle.z}, {}};
}

Box3 HallLayout::outside() const {
    const int lines = ceilDiv(m_system.supernodes(), m_columns);
    return {{static_cast<float>(-m_columns * m_blockWidth / 2), trayHeight(),
             static_cast<float>(-lines * m_blockDepth / 2)},
            {}};
}

HallLayout::Slot HallLayout::slotOfNode(int inSupernode) const {
    const int position = inSupernode % m_nodesPerRack;
    if (m_switchRacks > 0)
        return {position, m_nodesPerRack};
    // One rack for all: four ninths of the nodes below the switch boxes, the rest above (8 and 10 for NVL72).
    const int boxes = ceilDiv(m_boxes, m_computeRacks);
    const int below = m_nodesPerRack * 4 / 9;
    return {position < below ? position : position + boxes, m_nodesPerRack + boxes};
}

HallLayout::Slot HallLayout::slotOfBox(int inSupernode) const {
    if (m_switchRacks > 0)
        return {inSupernode / m_switchRacks, ceilDiv(m_boxes, m_switchRacks)};
    const int boxes = ceilDiv(m_boxes, m_computeRacks);
    return {m_nodesPerRack * 4 / 9 + inSupernode / m_computeRacks, m_nodesPerRack + boxes};
}

Box3 HallLayout::inRack(int rackIndex, Slot slot, double height) const {
    const Box3 body = rack(rackIndex);
    const double usable = body.half.y * 2.0 - 2 * plinth;
    const double pitch = usable / slot.of;
    const double width = std::min(nodeWidth, body.half.x * 2 * 0.94);
    const double depth = std::min(nodeDepth, body.half.z * 2 * 0.9);
    Box3 placed;
    placed.half = {static_cast<float>(width / 2), static_cast<float>(std::min(height, pitch * 0.92) / 2),
                   static_cast<float>(depth / 2)};
    placed.centre = {body.centre.x, static_cast<float>(plinth + pitch * (slot.position + 0.5)),
                     body.centre.z + body.half.z - placed.half.z + 0.01f};
    return placed;
}

Box3 HallLayout::node(int node) const {
    return inRack(rackOfNode(node), slotOfNode(node % m_system.nodesPerSupernode()),
                  m_system.hall.nodeHeight.value.base());
}

Box3 HallLayout::chip(int nodeIndex, int chip) const {
    const Box3 body = node(nodeIndex);
    if (hasBands(body))
        return inRow(body, chip, m_system.chipsPerNode(), 0.03, 0.97, 0.34, 0.95, 0.04);
    return inRow(body, chip, m_system.chipsPerNode(), 0.02, 0.80, 0.12, 0.88, 0.06);
}

Box3 HallLayout::endpoint(int nodeIndex, int chipIndex, int endpoint) const {
    Box3 body = chip(nodeIndex, chipIndex);
    body.centre.z += proud / 2;
    return inRow(body, endpoint, m_system.endpointsPerChip(), 0.0, 1.0, 0.04, 0.96, 0.08);
}

Box3 HallLayout::stack(const Box3& endpoint, int stack) const {
    Box3 body = endpoint;
    body.centre.z += proud / 2;
    const int each = m_system.stacksPerEndpoint(), perRow = (each + 1) / 2; // two rows, above and below
    const double low = stack < perRow ? 0.80 : 0.06;
    return inRow(body, stack % perRow, stack < perRow ? perRow : each - perRow, 0.04, 0.96, low, low + 0.14,
                 0.08);
}

Box3 HallLayout::cpu(int nodeIndex, int cpu) const {
    const Box3 body = node(nodeIndex);
    if (hasBands(body))
        return inRow(body, cpu, m_system.node.cpus.value, 0.03, 0.97, 0.22, 0.30, 0.08);
    return inRow(body, cpu, m_system.node.cpus.value, 0.83, 0.98, 0.2, 0.8, 0.1);
}

Box3 HallLayout::leaf(int nodeIndex, int plane) const {
    return inRow(node(nodeIndex), plane, m_system.planes(), 0.03, 0.97, 0.04, 0.18, 0.18);
}

Box3 HallLayout::box(int box) const {
    return inRack(rackOfBox(box), slotOfBox(box % m_boxes), m_system.hall.boxHeight.value.base());
}

Box3 HallLayout::switchInBox(int boxIndex, int inBox) const {
    return inRow(box(boxIndex), inBox, m_system.fabric.spinesPerBox.value, 0.03, 0.97, 0.14, 0.86, 0.03);
}

} // namespace supernode

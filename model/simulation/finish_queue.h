// SPDX-License-Identifier: GPL-3.0-or-later
// Which flow ends next: a heap of finish times (four children each) in which a flow can be moved.
//
// Flows are known by small numbers, as by their seats. Keys are seconds; infinity is a time like any other.
// Cost: O(log n) for each change, O(n) when a quarter of the flows move at once. Thread: one at a time.
// Promise: the least is always on top. [FinishQueue.GivesTheEarliestAfterRandomMoves]
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace supernode {

class FinishQueue {
public:
    struct Entry {
        double time;
        std::uint32_t seat;
    };

    // Empty again, in the same memory.
    void clear() {
        m_heap.clear();
        m_place.clear();
    }

    bool empty() const { return m_heap.empty(); }
    std::size_t size() const { return m_heap.size(); }
    const Entry& top() const { return m_heap.front(); }

    // Adds flows or moves them.
    void set(std::span<const Entry> entries) {
        const bool many = entries.size() * 4 > m_heap.size() + entries.size();
        for (const Entry& entry : entries)
            if (many)
                put(entry);
            else
                set(entry);
        if (many)
            for (std::size_t i = (m_heap.size() + 2) / 4; i-- > 0;)
                sink(i);
    }
    void pop() {
        m_place[m_heap.front().seat] = absent;
        const Entry last = m_heap.back();
        m_heap.pop_back();
        if (m_heap.empty())
            return;
        at(0) = last;
        sink(0);
    }

private:
    static constexpr std::uint32_t absent = 0xffffffffu;

    Entry& at(std::size_t i) { return m_heap[i]; }
    // Where it is, or at the end, without an order.
    std::size_t put(const Entry& entry) {
        if (entry.seat >= m_place.size())
            m_place.resize(entry.seat + std::size_t{1}, absent);
        std::uint32_t& place = m_place[entry.seat];
        if (place == absent) {
            place = static_cast<std::uint32_t>(m_heap.size());
            m_heap.push_back(entry);
        } else {
            at(place) = entry;
        }
        return place;
    }
    void set(const Entry& entry) {
        const std::size_t size = m_heap.size(), i = put(entry);
        rise(i);
        if (m_heap.size() == size) // it was there
            sink(m_place[entry.seat]);
    }
    void rise(std::size_t i) {
        const Entry entry = at(i);
        for (; i > 0 && entry.time < at((i - 1) / 4).time; i = (i - 1) / 4)
            move(at((i - 1) / 4), i);
        move(entry, i);
    }
    void sink(std::size_t i) {
        Entry* const heap = m_heap.data();
        std::uint32_t* const place = m_place.data();
        const std::size_t size = m_heap.size();
        const Entry entry = heap[i];
        for (std::size_t first = 4 * i + 1; first < size; first = 4 * i + 1) {
            const std::size_t least = first + leastOf(heap + first, size - first);
            if (!(heap[least].time < entry.time))
                break;
            heap[i] = heap[least];
            place[heap[i].seat] = static_cast<std::uint32_t>(i);
            i = least;
        }
        move(entry, i);
    }
    // Of up to four children; where there are four by arithmetic: nobody could predict a branch.
    static std::size_t leastOf(const Entry* child, std::size_t size) {
        if (size >= 4) {
            const std::size_t a = child[1].time < child[0].time, b = child[3].time < child[2].time;
            return a + (2 + b - a) * static_cast<std::size_t>(child[2 + b].time < child[a].time);
        }
        std::size_t least = 0;
        for (std::size_t i = 1; i < size; ++i)
            least = child[i].time < child[least].time ? i : least;
        return least;
    }
    void move(const Entry& entry, std::size_t to) {
        m_place[entry.seat] = static_cast<std::uint32_t>(to);
        at(to) = entry;
    }

    std::vector<Entry> m_heap;
    std::vector<std::uint32_t> m_place; // per seat
};

} // namespace supernode

"""A letter of two kinds is split; its complaint runs to its decision with one lawful prolongation; two laws differ.

Days are those of a summer that is over, so that the law of one day is asked whenever this is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import House
from tests.journeys.letters import act, send, written
from tests.journeys.offices import People, seated

pytestmark = pytest.mark.browser

LAND = "Không đồng ý với kết quả đo đạc thửa đất do công chức địa chính lập."
DRAIN = "Cống thoát nước đầu ngõ bị lấp, mưa là ngập."


@dataclass
class Story:
    """What one test leaves to the next: pages by what they are of."""

    page: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def people(house: House, browser: Browser) -> Iterator[People]:
    with seated(house, browser) as made:
        yield made


@pytest.fixture(scope="module")
def story() -> Story:
    return Story()


def test_a_mixed_letter_is_split_into_parts_that_know_each_other(people: People, story: Story) -> None:
    clerk = people.of("tuphap")
    letter = written(clerk, "nhieu-noi-dung", f"{LAND} {DRAIN}", "06/07/2026", "Đặng Quốc Sơn")
    clerk.press("Tách đơn")
    send(clerk)
    clerk.sees("Đơn có nhiều nội dung khác loại chưa được tách")
    for n, (kind, text) in enumerate((("complaint", LAND), ("feedback", DRAIN)), start=1):
        clerk.page.locator(f"[name=phan{n}-kind]").select_option(kind)
        clerk.page.locator(f"[name=phan{n}-text]").fill(text)
    clerk.page.locator("[name=phan2-concerned]").uncheck()
    clerk.shot("don-thu-tach")
    send(clerk)
    clerk.sees("mỗi phần đi theo loại của nó", "Đơn liên quan")
    parts = clerk.page.locator("section[aria-labelledby=don-lien-quan] li a")
    story.page = {
        kind: str(parts.nth(n).get_attribute("href")) for n, kind in enumerate(("complaint", "feedback"))
    }
    clerk.go(story.page["feedback"])
    clerk.sees(DRAIN, "Đơn liên quan")
    assert clerk.page.locator(f"a[href='{letter}']").count()


def test_conditions_and_competence_are_answered_and_the_article_is_named(
    people: People, story: Story
) -> None:
    clerk = people.of("tuphap")
    clerk.go(f"{story.page['complaint']}tham-quyen/")
    for answer in ("Đủ", "Quyết định, hành vi của Chủ tịch", "Người bị quyết định", "Chưa ai giải quyết"):
        clerk.page.locator("label", has_text=answer).first.click()
        clerk.press("Tiếp tục")
    clerk.sees("Điều")
    clerk.shot("don-thu-tham-quyen")
    clerk.press("Ghi kết quả xem xét")


def test_it_is_accepted_by_a_signed_paper_only(people: People, story: Story) -> None:
    clerk = people.of("tuphap")
    act(clerk, story.page["complaint"], "xu-ly/thu-ly", on="10/07/2026")
    clerk.sees("Chưa")
    clerk.fill(paper="14/TB-UBND")
    send(clerk)
    clerk.sees("Đã ghi thụ lý")


def test_who_is_complained_about_does_not_verify_it(people: People, story: Story) -> None:
    """He is not offered; named all the same, he is refused."""
    chairman = people.chairman
    chairman.go(f"{story.page['complaint']}giao/")
    handlers = chairman.page.locator("[name=official]")
    offered = {
        int(str(one.get_attribute("value"))): one.inner_text()
        for one in handlers.locator("option").all()
        if one.get_attribute("value")
    }
    assert not [name for name in offered.values() if "Đặng Quốc Sơn" in name]
    accused = next(n for n in range(1, 100) if n not in offered)
    handlers.evaluate("(list, key) => list.add(new Option('?', key))", accused)
    handlers.select_option(str(accused))
    chairman.fill(on="13/07/2026")
    send(chairman)
    chairman.sees("Đặng Quốc Sơn")
    handlers.select_option(label="Phan Thị Ngân (minh họa)")
    send(chairman)
    chairman.sees("hạn nằm trong Việc của tôi của người được giao")


def test_it_is_verified_by_who_was_given_it(people: People, story: Story) -> None:
    verifier, page = people.of("taichinh"), story.page["complaint"]
    verifier.go("/viec-cua-toi/")
    verifier.follow(verifier.page.locator(f"a[href='{page}']").first)
    act(verifier, page, "ke-hoach", text="Đo lại thửa đất, làm việc với hai bên.", on="14/07/2026")
    act(verifier, page, "lam-viec", text="Đo lại tại thực địa, hai bên ký mốc.", on="20/07/2026")
    verifier.sees("Đã ghi buổi làm việc")


def test_a_prolongation_needs_a_paper_signed_before_the_period_ran_out(people: People, story: Story) -> None:
    chairman, page = people.chairman, story.page["complaint"]
    chairman.go(page)
    act(chairman, page, "gia-han", on="03/08/2026", number="31/QĐ-UBND", text="Phải đo đạc lại.")
    chairman.sees("Vụ việc chưa được xác định là phức tạp")
    act(chairman, page, "muc-do", on="31/07/2026", number="30/VB-UBND", text="Phải đo đạc lại.")
    chairman.sees("hạn chưa đổi cho tới khi gia hạn")
    act(chairman, page, "gia-han", on="17/08/2026", number="31/QĐ-UBND", text="Phải đo đạc lại.")
    chairman.sees("sau khi đã hết hạn", "Hạn giữ nguyên và vụ việc tính là quá hạn")
    chairman.shot("don-thu-gia-han")
    chairman.fill(on="03/08/2026")
    send(chairman)
    chairman.sees("hạn giải quyết đã tính lại", "30 ngày, gia hạn thêm 15 ngày", "thứ Hai 24/08/2026")
    chairman.page.locator("details summary", has_text="Sổ đếm ngày").first.click()
    chairman.shot("don-thu-so-dem-ngay")


def test_a_dialogue_is_announced_and_held_then_it_is_decided(people: People, story: Story) -> None:
    verifier, chairman, page = people.of("taichinh"), people.chairman, story.page["complaint"]
    act(
        verifier,
        page,
        "bao-doi-thoai",
        held_on="07/08/2026",
        number="33/TB-UBND",
        text="Phòng họp tầng 1",
        on="04/08/2026",
    )
    verifier.sees("Lùi buổi đối thoại")
    verifier.fill(held_on="12/08/2026")
    send(verifier)
    verifier.sees("Đã ghi thông báo đối thoại")
    act(verifier, page, "doi-thoai", on="12/08/2026", text="Hai bên thống nhất mốc mới.")
    chairman.go(f"{page}ket-qua/")
    chairman.choose("Khiếu nại đúng một phần")
    chairman.fill(on="18/08/2026", number="35/QĐ-UBND", text="Lập lại trích đo theo mốc đã thống nhất.")
    send(chairman)
    chairman.sees("Đã ghi kết quả giải quyết")


def test_what_was_decided_is_done_and_the_file_ends(people: People, story: Story) -> None:
    """Even by the one who was complained about: it is his act that has to be mended; he opens no petition."""
    chairman, page = people.chairman, story.page["complaint"]
    act(people.of("tuphap"), page, "cong-khai", on="19/08/2026", text="Niêm yết tại trụ sở 15 ngày.")
    chairman.go(f"{page}viec-thuc-hien/")
    chairman.page.locator("[name=official]").select_option(label="Đặng Quốc Sơn (minh họa)")
    chairman.fill(text="Lập lại trích đo thửa đất theo mốc mới.", due_on="31/08/2026", on="20/08/2026")
    send(chairman)
    act(chairman, page, "ket-thuc", on="20/08/2026", text="Tủ hồ sơ số 3.")
    chairman.sees("chưa xong")
    owner = people.of("diachinh")
    owner.go("/viec-cua-toi/")
    owner.press("Thực hiện kết quả giải quyết đơn")
    owner.fill(on="28/08/2026", text="Đã lập và giao trích đo mới.")
    send(owner)
    act(chairman, page, "ket-thuc", on="31/08/2026", text="Tủ hồ sơ số 3.")
    chairman.sees("Đã kết thúc, hồ sơ đã lưu", "Xong trước hạn")


def test_the_laws_of_two_years_give_two_periods_for_the_same_letter(people: People) -> None:
    """124/2020/NĐ-CP, Điều 16: 10 days; since 01/07/2026 (155/2026/NĐ-CP, Điều 10) 7 working days."""
    clerk = people.of("tuphap")
    for received, text, period, due in (
        ("05/04/2021", "Không được cấp giấy xác nhận tình trạng hôn nhân.", "10 ngày", "15/04/2021"),
        (
            "06/07/2026",
            "Đề nghị hủy quyết định xử phạt để vật liệu ở lòng đường.",
            "7 ngày làm việc",
            "15/07/2026",
        ),
    ):
        clerk.go(written(clerk, "khieu-nai", text, received))
        clerk.sees("Thụ lý khiếu nại: hạn thứ")
        now = clerk.page.locator("section[aria-labelledby=nay-the-nao]").inner_text()
        assert (period in now, due in now) == (True, True), now


def test_its_pages_fit_a_phone(people: People, story: Story) -> None:
    clerk = people.of("tuphap")
    clerk.page.set_viewport_size({"width": 390, "height": 844})
    for page in (
        story.page["complaint"],
        f"{story.page['feedback']}tham-quyen/",
        "/don-thu/",
        "/don-thu/so-lieu/",
    ):
        clerk.go(page)


def test_the_house_is_whole(house: House) -> None:
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr

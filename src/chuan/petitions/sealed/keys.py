"""Which keys hold what is sealed, and whether they are here: looked at without opening anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.files.keyrings import KeyRing, Wrapped, held_names, house_ring
from chuan.files.models import SealedFile
from chuan.offers.examinations import Examination, Finding, Looking, broken, fine, look, offer
from chuan.petitions.actions.sealing.identities import witness_of
from chuan.petitions.models import SealedIdentity
from chuan.petitions.sealed.envelope import fits
from chuan.rules.refusals import Refused


def in_use() -> Counter[str]:
    """How many sealed files and identities each key locks, by its name."""
    found: Counter[str] = Counter()
    for rows in (SealedFile.objects.all(), SealedIdentity.objects.filter(destroyed_at__isnull=True)):
        for key, n in rows.values_list("key_id").annotate(n=Count("pk")).order_by("key_id"):
            found[key] += n
    return found


def unfitting(ring: KeyRing) -> int:
    """Identities whose lock the ring's key of that name does not open; their data key is unwrapped, they stay shut."""
    return sum(not _fits(one, ring) for one in _identities().iterator())


def offer_examination() -> None:
    """Offer it; called once when the programme starts."""
    offer(Examination("petitions.seals", gettext_lazy("Khóa niêm phong"), 191, examine))


def examine(looking: Looking) -> Iterator[Finding]:
    """Every key in use is in the ring and fits; the key of comparing is still the one its digests were made with."""
    used, held = in_use(), held_names()
    missing = sum(n for key, n in used.items() if key not in held)
    if missing:
        yield broken(
            _("%d mục niêm phong không mở được vì máy này thiếu khóa.") % missing,
            _(
                "Đặt lại tệp khóa từ bản cất riêng. Không còn bản nào thì các mục ấy mất hẳn; đơn và thời hạn vẫn còn."
            ),
        )
    elif wrong := unfitting(house_ring()):
        yield broken(
            _("%d danh tính niêm phong không khớp khóa đang giữ.") % wrong, _("Đặt lại đúng tệp khóa cũ.")
        )
    if lost := sum(one.witness != witness_of(one.petition) for one in _identities().iterator()):
        yield look(
            _("Khóa đối chiếu đã đổi: %d tố cáo không còn được chặn gõ tên.") % lost,
            _("Đặt lại tệp blind-key từ bản cất riêng; hoặc mở niêm phong khi có lý do thì tự lập lại."),
        )
    if not missing:
        yield fine(_("%d mục đang niêm phong, khóa đủ.") % sum(used.values()))


def _identities():  # type: ignore[no-untyped-def]  # noqa: ANN202 a queryset
    rows = SealedIdentity.objects.filter(destroyed_at__isnull=True)
    return rows.select_related("petition").order_by("pk")


def _fits(one: SealedIdentity, ring: KeyRing) -> bool:
    try:
        fits(Wrapped(one.key_id, bytes(one.wrapped_key)), one.petition.uid, ring)
    except Refused:
        return False
    return True

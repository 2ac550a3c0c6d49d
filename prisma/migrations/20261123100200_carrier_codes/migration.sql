-- To whom a delivery was made and why a piece comes back stand in PTT's code, so they belong to the code's row.
ALTER TABLE carrier_code ADD COLUMN delivered_to TEXT, ADD COLUMN cause TEXT;
ALTER TABLE carrier_code
  ADD CONSTRAINT carrier_code_delivered_to CHECK (delivered_to IS NULL OR (delivered_to IN ('self', 'family', 'workplace', 'office') AND milestone = 'delivered')),
  ADD CONSTRAINT carrier_code_cause CHECK (cause IS NULL OR (cause IN ('address_unknown', 'addressee_moved', 'refused', 'not_collected', 'addressee_deceased', 'damaged', 'other')
    AND milestone IN ('attempt_failed', 'returning', 'returned'))),
  ADD CONSTRAINT carrier_code_reverses CHECK ((milestone = 'reversal') = (reverses IS NOT NULL)
    AND reverses IN ('accepted', 'in_transit', 'at_branch', 'out_for_delivery', 'attempt_failed', 'delivered', 'returning', 'returned', 'lost', 'damaged',
      'destroyed', 'under_inquiry'));

-- Version 1: the codes a card's way needs. PTT's whole list is loaded as a later version (docs/partner-files.md); a code that no
-- version knows becomes an exception and is never ignored.
INSERT INTO carrier_code (version, code, milestone, reverses, delivered_to, cause, text) VALUES
  (1, '1', 'accepted', NULL, NULL, NULL, 'Gönderi kabul edildi'),
  (1, '2', 'accepted', NULL, NULL, NULL, 'Toplu gönderi kabul edildi'),
  (1, '3', 'in_transit', NULL, NULL, NULL, 'Sevk edildi'),
  (1, '4', 'in_transit', NULL, NULL, NULL, 'İşleme merkezine geldi'),
  (1, '5', 'in_transit', NULL, NULL, NULL, 'İşleme merkezinden çıktı'),
  (1, '6', 'in_transit', NULL, NULL, NULL, 'Torbaya kondu'),
  (1, '7', 'in_transit', NULL, NULL, NULL, 'Yanlış sevk; yönlendirildi'),
  (1, '10', 'out_for_delivery', NULL, NULL, NULL, 'Dağıtıcıya verildi'),
  (1, '11', 'out_for_delivery', NULL, NULL, NULL, 'Yeniden dağıtıma çıkarıldı'),
  (1, '12', 'delivered', NULL, 'self', NULL, 'Alıcının kendisine teslim edildi'),
  (1, '13', 'delivered', NULL, 'family', NULL, 'Aynı konutta oturana teslim edildi'),
  (1, '14', 'delivered', NULL, 'workplace', NULL, 'İşyerinde yetkiliye teslim edildi'),
  (1, '15', 'reversal', 'delivered', NULL, NULL, 'Teslim iptal edildi'),
  (1, '16', 'delivered', NULL, 'office', NULL, 'İl müdürlüğüne teslim edildi'),
  (1, '17', 'delivered', NULL, 'self', NULL, 'Şubede alıcısına teslim edildi'),
  (1, '20', 'attempt_failed', NULL, NULL, 'not_collected', 'Adreste kimse yok; haber kâğıdı bırakıldı'),
  (1, '21', 'attempt_failed', NULL, NULL, 'address_unknown', 'Adres bulunamadı'),
  (1, '22', 'attempt_failed', NULL, NULL, 'address_unknown', 'Alıcı adreste tanınmıyor'),
  (1, '23', 'attempt_failed', NULL, NULL, 'addressee_moved', 'Alıcı taşınmış'),
  (1, '24', 'attempt_failed', NULL, NULL, 'refused', 'Alıcı kabul etmedi'),
  (1, '30', 'at_branch', NULL, NULL, NULL, 'Şubede bekliyor'),
  (1, '31', 'at_branch', NULL, NULL, NULL, 'Alıcının isteğiyle şubede tutuluyor'),
  (1, '40', 'returning', NULL, NULL, 'not_collected', 'Bekleme süresi doldu; iade'),
  (1, '41', 'returning', NULL, NULL, 'address_unknown', 'Adres yetersiz; iade'),
  (1, '42', 'returning', NULL, NULL, 'address_unknown', 'Adreste tanınmıyor; iade'),
  (1, '43', 'returning', NULL, NULL, 'addressee_moved', 'Taşınmış; iade'),
  (1, '44', 'returning', NULL, NULL, 'refused', 'Kabul edilmedi; iade'),
  (1, '45', 'returning', NULL, NULL, 'addressee_deceased', 'Alıcı vefat etmiş; iade'),
  (1, '46', 'returning', NULL, NULL, 'damaged', 'Hasarlı; iade'),
  (1, '49', 'returning', NULL, NULL, 'other', 'Göndericinin isteğiyle iade'),
  (1, '160', 'returned', NULL, NULL, NULL, 'Göndericisine iade edildi'),
  (1, '165', 'reversal', 'returned', NULL, NULL, 'İade iptal edildi'),
  (1, '200', 'lost', NULL, NULL, NULL, 'Gönderi kayıp'),
  (1, '210', 'damaged', NULL, NULL, NULL, 'Gönderi hasarlı'),
  (1, '220', 'under_inquiry', NULL, NULL, NULL, 'Araştırma başlatıldı'),
  (1, '221', 'under_inquiry', NULL, NULL, NULL, 'Araştırma sürüyor'),
  (1, '300', 'information', NULL, NULL, NULL, 'Alıcıya kısa mesaj gönderildi'),
  (1, '301', 'information', NULL, NULL, NULL, 'Alıcı arandı'),
  (1, '302', 'information', NULL, NULL, NULL, 'Ölçü ve ağırlık kaydedildi'),
  (1, '303', 'information', NULL, NULL, NULL, 'Teslim belgesi tarandı'),
  (1, '500', 'destroyed', NULL, NULL, NULL, 'İmha edildi'),
  (1, '501', 'reversal', 'destroyed', NULL, NULL, 'İmha iptal edildi');
